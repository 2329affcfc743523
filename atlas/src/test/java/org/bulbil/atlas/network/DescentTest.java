package org.bulbil.atlas.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bulbil.atlas.network.Descent.Claim;
import org.bulbil.atlas.network.Descent.Standing;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** A line of descent is told as far as it can be believed, whatever circles strangers draw. */
class DescentTest {

  private final List<String> relays = new ArrayList<>();

  private static String name(int number) {
    return "%040X".formatted(number);
  }

  /** Adds a relay that says this of itself. */
  private DescentTest with(int number, String contact, String more) {
    relays.add(
        """
        {"nickname":"n%d","fingerprint":"%s","or_addresses":["192.0.2.1:1"],"last_seen":"2026-01-01 00:00:00","last_changed_address_or_port":"2026-01-01 00:00:00","first_seen":"2026-01-01 00:00:00","running":true,"consensus_weight":1,"contact":"%s"%s}
        """
            .formatted(number, name(number), contact, more));
    return this;
  }

  private DescentTest child(int number, int parent, int generation, String more) {
    return with(
        number,
        "bulbil generation:%d parent:%s genes:00000000".formatted(generation, name(parent)),
        more);
  }

  private Snapshot snapshot() {
    var document = "{\"relays\":[" + String.join(",", relays) + "]}";
    return Networks.of(document.getBytes(UTF_8));
  }

  private static Relay relay(Snapshot snapshot, int number) {
    return snapshot.relay(new Fingerprint(name(number))).orElseThrow();
  }

  private Standing standing(int child) {
    var snapshot = snapshot();
    return new Descent(snapshot).claim(relay(snapshot, child)).orElseThrow().standing();
  }

  @Test
  void oneWhoIsMentionedBackIsFamily() {
    with(1, "", ",\"effective_family\":[\"" + name(2) + "\"]");
    child(2, 1, 1, ",\"effective_family\":[\"" + name(1) + "\"]");

    assertThat(standing(2)).isEqualTo(Standing.FAMILY);
  }

  @Test
  void oneWithTheSameFamilyKeyIsFamily() {
    with(1, "", ",\"family_ids\":[\"k\"]").child(2, 1, 1, ",\"family_ids\":[\"j\",\"k\"]");

    assertThat(standing(2)).isEqualTo(Standing.FAMILY);
  }

  @Test
  void whoMentionsAStrangerIsNot() {
    with(1, "", ",\"effective_family\":[]");
    child(2, 1, 1, ",\"effective_family\":[\"" + name(1) + "\"]");

    assertThat(standing(2)).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void provenChildrenStandFirst() {
    with(9, "", ",\"family_ids\":[\"k\"]")
        .child(1, 9, 1, "")
        .child(2, 9, 1, ",\"family_ids\":[\"k\"]");

    var children = new Descent(snapshot()).children(new Fingerprint(name(9)));

    assertThat(children)
        .extracting(claim -> claim.child().details().nickname())
        .containsExactly("n2", "n1");
  }

  @Test
  void aLineEndsWhereItCloses() {
    child(1, 3, 1, "").child(2, 1, 2, "").child(3, 2, 3, "");
    var snapshot = snapshot();
    var descent = new Descent(snapshot);

    assertThat(descent.ancestry(relay(snapshot, 1))).extracting(Claim::parent).hasSize(3);
    assertThat(descent.roots()).isEmpty();
  }

  @Test
  void aLineIsOfBoundedLength() {
    for (int i = 1; i <= 300; i++) {
      child(i, i + 1, 1, "");
    }
    var snapshot = snapshot();

    assertThat(new Descent(snapshot).ancestry(relay(snapshot, 1))).hasSize(Descent.DEPTH_MAX);
  }

  @Test
  void whoIsHisOwnParentHasNone() {
    child(1, 1, 1, "");
    var snapshot = snapshot();

    assertThat(new Descent(snapshot).claim(relay(snapshot, 1))).isEmpty();
  }

  @Test
  void aParentThatIsGoneIsNamed() {
    child(1, 77, 4, "");
    var descent = new Descent(snapshot());

    assertThat(descent.absent()).containsExactly(new Fingerprint(name(77)));
    assertThat(descent.roots()).hasSize(1);
  }
}
