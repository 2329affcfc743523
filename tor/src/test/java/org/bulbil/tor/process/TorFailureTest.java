package org.bulbil.tor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From the end of tor's log comes one sentence that says what is wrong and what to do. */
class TorFailureTest {

  @Test
  void aTakenPortIsNamedWithTheWayOut() {
    assertThat(
            TorFailure.explain(
                List.of(
                    "Nov 22 19:25:11.911 [notice] Opening OR listener on 127.66.0.1:9001",
                    "Nov 22 19:25:11.911 [warn] Could not bind to 127.66.0.1:9001: Address already in use. Is Tor already running?",
                    "Nov 22 19:25:11.911 [notice] Closing partially-constructed Control listener",
                    "Nov 22 19:25:11.911 [warn] Failed to parse/validate config: Failed to bind one of the listener ports.",
                    "Nov 22 19:25:11.911 [err] Reading config failed--see warnings above.")))
        .startsWith("127.66.0.1:9001 is taken")
        .contains("choose another port");
  }

  @Test
  void aSettingThatTorDislikesIsQuoted() {
    assertThat(
            TorFailure.explain(
                List.of(
                    "Nov 22 19:25:11.443 [warn] Failed to parse/validate config: RelayBandwidthRate is set to 50000 bytes/second. For servers, it must be at least 76800.",
                    "Nov 22 19:25:11.443 [err] Reading config failed--see warnings above.")))
        .contains("RelayBandwidthRate is set to 50000");
  }

  @Test
  void anExitWithoutComplaintsQuotesTheLastLine() {
    assertThat(TorFailure.explain(List.of("x [notice] Catching signal TERM, exiting cleanly.")))
        .contains("Catching signal TERM");
    assertThat(TorFailure.explain(List.of())).isEqualTo("tor ended without a word");
  }
}
