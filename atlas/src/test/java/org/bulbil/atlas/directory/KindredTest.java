package org.bulbil.atlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.List;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;
import org.bulbil.tor.testing.PaperFamily;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.Test;

/** It takes two to be a family, or one key that vouches for both. */
class KindredTest {

  private final PaperRelay one = new PaperRelay();
  private final PaperRelay two = new PaperRelay();
  private final PaperRelay three = new PaperRelay();

  KindredTest() throws GeneralSecurityException {}

  @Test
  void whoNameOneAnotherAreRelatives() throws GeneralSecurityException {
    var kindred = new Kindred(List.of(naming(one, two), naming(two, one), naming(three)));
    assertThat(kindred.of(one.fingerprint()).effective())
        .containsExactlyInAnyOrder(one.fingerprint(), two.fingerprint());
    assertThat(kindred.of(three.fingerprint()).effective()).isEmpty();
  }

  @Test
  void whomOnlyOneSideNamesIsAlleged() throws GeneralSecurityException {
    var kindred = new Kindred(List.of(naming(one, two), naming(two)));
    assertThat(kindred.of(one.fingerprint()).alleged()).containsExactly(two.fingerprint());
    assertThat(kindred.of(one.fingerprint()).effective()).isEmpty();
    assertThat(kindred.of(two.fingerprint()).alleged()).isEmpty();
  }

  @Test
  void relativesOfRelativesAreIndirect() throws GeneralSecurityException {
    var kindred =
        new Kindred(List.of(naming(one, two), naming(two, one, three), naming(three, two)));
    assertThat(kindred.of(one.fingerprint()).indirect()).containsExactly(three.fingerprint());
    assertThat(kindred.of(two.fingerprint()).indirect()).isEmpty();
  }

  @Test
  void aKeyThatVouchesForBothMakesThemRelatives() throws GeneralSecurityException {
    var family = new PaperFamily();
    var kindred =
        new Kindred(
            List.of(
                read(one.descriptor("a", "x", family)),
                read(two.descriptor("b", "x", family)),
                read(three.descriptor("c", "x", new PaperFamily()))));
    var relatives = kindred.of(one.fingerprint());
    assertThat(relatives.effective())
        .containsExactlyInAnyOrder(one.fingerprint(), two.fingerprint());
    assertThat(relatives.ids()).containsExactly(family.id());
  }

  @Test
  void ofAStrangerNothingIsKnown() {
    var nobody = new Fingerprint("A".repeat(40));
    assertThat(new Kindred(List.of()).of(nobody).effective()).isEmpty();
    assertThat(new Kindred(List.of()).of(nobody).ids()).isEmpty();
  }

  private static ServerDescriptor naming(PaperRelay relay, PaperRelay... named)
      throws GeneralSecurityException {
    var line = new StringBuilder("family OnlyANickname");
    for (var kin : named) {
      line.append(" $").append(kin.fingerprint()).append("~name");
    }
    return read(relay.descriptor("a", "x", line + "\n"));
  }

  private static ServerDescriptor read(String text) {
    return ServerDescriptors.parse(text).descriptors().getFirst();
  }
}
