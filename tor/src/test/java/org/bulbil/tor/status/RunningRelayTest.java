package org.bulbil.tor.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.control.ScriptedTor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * "There is none", "not now" and "nonsense" are three answers, and none of them is an exception.
 */
class RunningRelayTest {

  private static final String FINGERPRINT = "F8E9F7D30ED7F541FD248945FAA2B593AD5E584D";
  private static final String VITALS =
      "250-fingerprint="
          + FINGERPRINT
          + "\r\n250-traffic/read=1000\r\n250-traffic/written=2000\r\n250-uptime=61\r\n"
          + "250-status/circuit-established=1\r\n250-version=0.4.9.11\r\n"
          + "250-status/version/current=%s\r\n250 OK\r\n";

  @TempDir Path folder;

  @Test
  void vitalsAreRead() throws IOException {
    var vitals = ask(VITALS.formatted("recommended"), RunningRelay::vitals).answer().orElseThrow();
    assertThat(vitals.fingerprint()).isEqualTo(new Fingerprint(FINGERPRINT));
    assertThat(vitals.bytesWritten()).isEqualTo(2000);
    assertThat(vitals.uptime()).isEqualTo(Duration.ofSeconds(61));
    assertThat(vitals.circuits()).isTrue();
    assertThat(vitals.standing()).isEqualTo(Vitals.Standing.RECOMMENDED);
  }

  @Test
  void anObsoleteVersionIsKnownAsSuch() throws IOException {
    assertThat(ask(VITALS.formatted("obsolete"), RunningRelay::vitals).map(Vitals::standing))
        .isEqualTo(Outcome.done(Vitals.Standing.UNRECOMMENDED));
    assertThat(ask(VITALS.formatted("whatever"), RunningRelay::vitals).map(Vitals::standing))
        .isEqualTo(Outcome.done(Vitals.Standing.UNKNOWN));
  }

  @Test
  void beforeItHasKeysItRefuses() throws IOException {
    assertThat(ask("551 Not running in server mode\r\n", RunningRelay::vitals))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void vitalsThatMakeNoSenseAreUnknown() throws IOException {
    assertThat(ask(VITALS.replace("61", "soon"), RunningRelay::vitals))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void aRelayThatNobodyKnowsIsEmptyNotAFailure() throws IOException {
    var nobody = new Nickname("nobody");
    assertThat(ask("552 Unrecognized key\r\n", tor -> tor.descriptor(nobody)).answer())
        .hasValueSatisfying(found -> assertThat(found).isEmpty());
    assertThat(ask("250-ns/name/nobody=\r\n250 OK\r\n", tor -> tor.listed(nobody)).answer())
        .hasValueSatisfying(found -> assertThat(found).isEmpty());
  }

  @Test
  void aDescriptorThatItsRelayDidNotSignIsRefused() throws IOException {
    var forged =
        """
        250+desc/name/bulbil1=
        router bulbil1 127.77.0.4 9001 0 0
        published 2026-11-22 18:00:00
        fingerprint %s
        bandwidth 1 2 3
        signing-key
        -----BEGIN RSA PUBLIC KEY-----
        AAAA
        -----END RSA PUBLIC KEY-----
        router-signature
        -----BEGIN SIGNATURE-----
        AAAA
        -----END SIGNATURE-----
        .
        250 OK
        """
            .formatted(FINGERPRINT);
    assertThat(ask(forged, tor -> tor.descriptor(new Nickname("bulbil1"))).summary())
        .startsWith("refused")
        .contains("proves nothing");
  }

  private <T> Outcome<T> ask(String answer, Function<RunningRelay, Outcome<T>> question)
      throws IOException {
    try (var tor = new ScriptedTor(folder, new ArrayList<>(), _ -> answer);
        var port = tor.connect(Duration.ofSeconds(30)).answer().orElseThrow()) {
      return question.apply(new RunningRelay(port));
    } finally {
      java.nio.file.Files.deleteIfExists(folder.resolve("s"));
    }
  }
}
