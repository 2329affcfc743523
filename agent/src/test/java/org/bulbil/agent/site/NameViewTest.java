package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.bulbil.agent.site.Tenure.Stage;
import org.bulbil.naming.Addresses;
import org.junit.jupiter.api.Test;

/** When a server joins its name, leaves it, and takes others out of it. */
class NameViewTest {

  private static final InetAddress OWN = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress BROTHER = InetAddress.ofLiteral("192.0.2.2");
  private static final InetAddress SISTER = InetAddress.ofLiteral("192.0.2.3");

  private static final int DEAF = NameView.SILENCE_MAX;

  private Map<InetAddress, Integer> silence = new HashMap<>(Map.of(OWN, 0, BROTHER, 0, SISTER, 0));

  private NameStep decide(Stage stage, InetAddress... records) {
    return new NameView(OWN, stage, Addresses.of(records), silence).decide();
  }

  private static void isRest(NameStep step) {
    assertThat(step).isEqualTo(new NameStep.Rest());
  }

  private static void removes(InetAddress address, NameStep step) {
    assertThat(step)
        .isInstanceOfSatisfying(
            NameStep.Remove.class, remove -> assertThat(remove.address()).isEqualTo(address));
  }

  @Test
  void joinsOnceItAnswers() {
    assertThat(decide(Stage.STAYING)).isEqualTo(new NameStep.Join(OWN));
    assertThat(decide(Stage.STAYING, BROTHER)).isEqualTo(new NameStep.Join(OWN));
    silence.put(OWN, 1);
    isRest(decide(Stage.STAYING));
    silence.remove(OWN);
    isRest(decide(Stage.STAYING, BROTHER));
  }

  @Test
  void restsWhereAllIsWell() {
    isRest(decide(Stage.STAYING, OWN));
    isRest(decide(Stage.STAYING, OWN, BROTHER, SISTER));
  }

  @Test
  void takesOutWhoIsSilentForLong() {
    silence.put(BROTHER, DEAF - 1);
    isRest(decide(Stage.STAYING, OWN, BROTHER));
    silence.put(BROTHER, DEAF);
    removes(BROTHER, decide(Stage.STAYING, OWN, BROTHER));
  }

  @Test
  void takesNobodyOutWhileItIsSilentOrAbsentItself() {
    silence.put(BROTHER, DEAF);
    silence.put(OWN, 1);
    isRest(decide(Stage.STAYING, OWN, BROTHER));
    silence.put(OWN, 0);
    assertThat(decide(Stage.STAYING, BROTHER)).isEqualTo(new NameStep.Join(OWN));
  }

  @Test
  void takesItselfOutWhereOnlyOthersAnswer() {
    silence.put(OWN, DEAF);
    removes(OWN, decide(Stage.STAYING, OWN, BROTHER));
    silence.put(BROTHER, 1);
    isRest(decide(Stage.STAYING, OWN, BROTHER));
    isRest(decide(Stage.STAYING, OWN));
  }

  @Test
  void leavesInTimeIfAnotherAnswers() {
    removes(OWN, decide(Stage.LEAVING, OWN, BROTHER));
    isRest(decide(Stage.LEAVING, BROTHER));
  }

  @Test
  void staysToTheEndIfNobodyElseAnswers() {
    isRest(decide(Stage.LEAVING, OWN));
    silence.put(BROTHER, 1);
    isRest(decide(Stage.LEAVING, OWN, BROTHER));
    assertThat(decide(Stage.LEAVING, BROTHER)).isEqualTo(new NameStep.Join(OWN));
    removes(OWN, decide(Stage.GONE, OWN));
    isRest(decide(Stage.GONE, BROTHER));
    isRest(decide(Stage.GONE));
  }
}
