package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.Test;

/** What only a map shows of a descriptor is read, and nonsense in it is nothing. */
class ParticularsTest {

  @Test
  void everyLineIsRead() throws GeneralSecurityException {
    var read =
        of(
            """
            or-address [fd77::4]:9001
            hibernating 1
            overload-general 1 2026-11-22 17:00:00
            ipv6-policy accept 80,443
            accept *:80
            """);
    assertThat(read.hibernating()).isTrue();
    assertThat(read.overloaded()).contains(Instant.parse("2026-11-22T17:00:00Z"));
    assertThat(read.furtherAddresses()).containsExactly("[fd77::4]:9001");
    assertThat(read.exitPolicy()).containsExactly("accept *:80", "reject *:*");
    assertThat(read.exitPortsV6()).isEqualTo("accept 80,443");
    assertThat(read.familyCertificates()).isEmpty();
  }

  @Test
  void nonsenseIsNothing() throws GeneralSecurityException {
    assertThat(of("overload-general 1 never\n").overloaded()).isEmpty();
    assertThat(of("overload-general 1 no time\n").overloaded()).isEmpty();
    assertThat(of("").hibernating()).isFalse();
  }

  @Test
  void realPoliciesAreRead() throws IOException {
    var all = ServerDescriptors.parse(Recorded.document("2014-12-08-server-descriptors-867.xz"));
    assertThat(all.descriptors())
        .allSatisfy(
            relay ->
                assertThat(Particulars.of(relay).exitPolicy())
                    .isNotEmpty()
                    .last()
                    .asString()
                    .endsWith(" *:*"));
  }

  private static Particulars of(String lines) throws GeneralSecurityException {
    var text = new PaperRelay().descriptor("bulbil1", "none", lines);
    return Particulars.of(ServerDescriptors.parse(text).descriptors().getFirst());
  }
}
