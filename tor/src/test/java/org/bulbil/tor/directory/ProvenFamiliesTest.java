package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Random;
import org.bulbil.tor.testing.PaperFamily;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.Test;

/** A family is proven by its key for this very relay, and by nothing that can be copied. */
class ProvenFamiliesTest {

  private final PaperRelay relay = new PaperRelay();
  private final PaperFamily family = new PaperFamily();
  private final PaperFamily other = new PaperFamily();

  ProvenFamiliesTest() throws GeneralSecurityException {}

  private static ServerDescriptor read(String text) {
    return ServerDescriptors.parse(text).descriptors().getFirst();
  }

  @Test
  void eachFamilyThatVouchesIsProven() throws GeneralSecurityException {
    assertThat(ProvenFamilies.of(read(relay.descriptor("a", "x", family, other))))
        .containsExactly(family.id(), other.id());
    assertThat(ProvenFamilies.of(read(relay.descriptor("a", "x")))).isEmpty();
  }

  @Test
  void anotherRelaysCertificateProvesNothing() throws GeneralSecurityException {
    var theirs = "family-cert\n" + new PaperRelay().certificate(family);
    var copied = read(relay.descriptor("a", "x", theirs));
    assertThat(copied.familyCertificates()).isEqualTo(1);
    assertThat(ProvenFamilies.of(copied)).isEmpty();
  }

  /** With the identity's certificate copied as well, the identity's own signature is missing. */
  @Test
  void anotherRelaysIdentityProvesNothing() throws GeneralSecurityException {
    var victim = read(new PaperRelay().descriptor("a", "x", family));
    var thief = read(relay.descriptor("a", "x", family));
    var stolen = thief.raw().replace(identity(thief.raw()), identity(victim.raw()));
    assertThat(ProvenFamilies.of(read(stolen))).isEmpty();
  }

  private static String identity(String raw) {
    return raw.substring(raw.indexOf("identity-ed25519"), raw.indexOf("platform"));
  }

  @Test
  void whatHadExpiredProvesNothing() throws GeneralSecurityException {
    relay.expiry = relay.published.minus(Duration.ofHours(2));
    assertThat(ProvenFamilies.of(read(relay.descriptor("a", "x", family)))).isEmpty();
  }

  @Test
  void nonsenseProvesNothing() throws GeneralSecurityException {
    for (var content : new String[] {"AAAA", "", "!!!!", "AQwAAAAAAQ==", "A".repeat(40_000)}) {
      var lines =
          "family-cert\n-----BEGIN FAMILY CERT-----\n%s\n-----END FAMILY CERT-----\n"
              .formatted(content);
      assertThat(ProvenFamilies.of(read(relay.descriptor("a", "x", lines)))).isEmpty();
    }
  }

  @Test
  void nothingChangedIsProven() throws GeneralSecurityException {
    var random = new Random(Long.getLong("seed", 11));
    var good = relay.descriptor("a", "x", family);
    int end = good.indexOf("\nrouter-signature");
    for (int i = 0; i < 300; i++) {
      var letters = new StringBuilder(good);
      int at = random.nextInt(end - 3); // Base64 has spare bits at its end.
      letters.setCharAt(at, (char) (letters.charAt(at) ^ (1 + random.nextInt(127))));
      for (var descriptor : ServerDescriptors.parse(letters.toString()).descriptors()) {
        assertThat(ProvenFamilies.of(descriptor)).as("seed 11, at %d", at).isEmpty();
      }
    }
  }

  /** Tor's own signatures of 2017, made by another program than ours. */
  @Test
  void realDescriptorsAreSignedByTheirIdentity() throws IOException {
    var all =
        ServerDescriptors.parse(
                Recorded.document("metrics-lib-2017-07-17-17-20-00-server-descriptors"))
            .descriptors();
    var modern = all.stream().filter(each -> !each.identity().isEmpty()).toList();
    assertThat(modern).isNotEmpty();
    assertThat(modern).allSatisfy(each -> assertThat(ProvenFamilies.identity(each)).isPresent());
  }
}
