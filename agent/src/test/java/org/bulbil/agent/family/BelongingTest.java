package org.bulbil.agent.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;
import org.bulbil.tor.testing.PaperFamily;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.Test;

/** Aim: nobody gets into the family by words, or by what he copied. */
class BelongingTest {

  private final PaperRelay relay = new PaperRelay();
  private final PaperFamily family = new PaperFamily();
  private final PaperFamily other = new PaperFamily();
  private final Belonging belonging = Belonging.bySignatures();

  BelongingTest() throws GeneralSecurityException {}

  private static ServerDescriptor read(String text) {
    return ServerDescriptors.parse(text).descriptors().getFirst();
  }

  private String naming(PaperFamily named) {
    return "bulbil generation:0 genes:00000000 family:" + named.id();
  }

  @Test
  void whoNamesAndProvesItBelongs() throws GeneralSecurityException {
    assertThat(belonging.of(read(relay.descriptor("bulbil1", naming(family), family))))
        .contains(new FamilyId(family.id()));
  }

  @Test
  void whoOnlyNamesOrOnlyProvesItDoesNot() throws GeneralSecurityException {
    assertThat(belonging.of(read(relay.descriptor("bulbil1", naming(family))))).isEmpty();
    assertThat(belonging.of(read(relay.descriptor("bulbil1", "x", family)))).isEmpty();
    assertThat(belonging.of(read(relay.descriptor("bulbil1", naming(family), other)))).isEmpty();
  }

  /** Certificates were once counted and not checked, so a relative's was as good as one's own. */
  @Test
  void aRelativesCertificateIsNoProof() throws GeneralSecurityException {
    var theirs = "family-cert\n" + new PaperRelay().certificate(family);
    assertThat(belonging.of(read(relay.descriptor("bulbil1", naming(family), theirs)))).isEmpty();
  }
}
