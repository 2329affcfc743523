package org.bulbil.agent.site;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.bulbil.naming.Addresses;

/**
 * What a server sees of its name, and what follows from it. Pure; every server of a site judges by
 * this alone.
 *
 * <p>The name is never left empty while a server lives that answers: one takes another's address
 * away only while its own is there and answers, and its own only while another's is there and
 * answers, or at its very end. Both are done only if the addresses are still those seen here.
 *
 * @param own address
 * @param stage how long it will be here
 * @param records the addresses that the name has
 * @param silence of our own and each address there: how many times in a row it has not answered
 */
record NameView(
    InetAddress own, Tenure.Stage stage, Addresses records, Map<InetAddress, Integer> silence) {

  /** So often in a row an address does not answer before it is taken away; once may be chance. */
  static final int SILENCE_MAX = 3;

  private static final String SILENT = "it did not answer " + SILENCE_MAX + " times in a row";

  NameView {
    silence = Map.copyOf(silence);
  }

  NameStep decide() {
    return switch (stage) {
      case GONE -> isThere() ? leave("its lease ends") : new NameStep.Rest();
      case LEAVING -> isThere() && anotherAnswers() ? leave("its lease ends soon") : belong();
      case STAYING -> isThere() && isDeaf(own) && anotherAnswers() ? leave(SILENT) : belong();
    };
  }

  /** Joins where it should, and looks after the others. */
  private NameStep belong() {
    if (!isThere()) {
      var isWanted = stage == Tenure.Stage.STAYING || !anotherAnswers();
      return answers(own) && isWanted ? new NameStep.Join(own) : new NameStep.Rest();
    }
    return deafSibling()
        .filter(_ -> answers(own))
        .<NameStep>map(sibling -> new NameStep.Remove(sibling, SILENT))
        .orElse(new NameStep.Rest());
  }

  private NameStep leave(String why) {
    return new NameStep.Remove(own, why);
  }

  private boolean isThere() {
    return records.contains(own);
  }

  private boolean answers(InetAddress address) {
    return silence.getOrDefault(address, 1) == 0;
  }

  private boolean isDeaf(InetAddress address) {
    return silence.getOrDefault(address, 0) >= SILENCE_MAX;
  }

  private boolean anotherAnswers() {
    return records.without(own).all().stream().anyMatch(this::answers);
  }

  /** The first by address, so that several servers do not take away several at once. */
  private Optional<InetAddress> deafSibling() {
    return records.without(own).all().stream()
        .filter(this::isDeaf)
        .min(Comparator.comparing(InetAddress::getHostAddress));
  }
}
