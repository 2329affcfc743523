package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.status.StatusFile;
import org.bulbil.agent.status.StatusPorch;
import org.bulbil.hosting.testing.Trouble;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that fails is left alone for a while, and the rent is paid in time all the same. */
class HealthLifeTest {

  @TempDir Path home;

  @Test
  void aQuarantineNeverDelaysARenewal() {
    try (var life = new TestingLife(TestingLife.memory(home), 20)) {
      life.book.grant(life.token, TestingLife.PLAN.rentFor(30));
      life.live(Duration.ofDays(2));
      life.provider.troubles().everywhere(Trouble.UNKNOWN_BEFORE);
      life.live(Duration.ofDays(8));
      var ill = life.household().provider().health();
      assertThat(ill.failures()).isBetween(8 * 4, 8 * 4 * 3);
      life.live(Duration.ofDays(5)); // The end comes near, and every heartbeat asks again.
      assertThat(life.household().provider().health().failures())
          .isGreaterThan(ill.failures() + 3 * 48);
      life.provider.troubles().heal();
      life.beat();
      assertThat(life.leaseDays()).isGreaterThan(7);
      assertThat(life.household().provider().health().failures()).isZero();
    }
  }

  /** As a public page shows it: in words, escaped, and gone once somebody has answered. */
  @Test
  void whatTheProviderWritesAndHowItIsStandsOnThePage() throws IOException {
    try (var life = new TestingLife(TestingLife.memory(home), 20)) {
      life.book.notify(life.token, "<b>Somebody</b> complained about your server.");
      life.live(Duration.ofHours(1));
      life.provider.troubles().everywhere(Trouble.UNKNOWN_BEFORE);
      life.live(Duration.ofHours(8));
      assertThat(life.page().provider().quarantined()).isTrue();
      assertThat(html(life.page()))
          .contains("and nobody has answered it: “&lt;b&gt;Somebody&lt;/b&gt; complained about")
          .contains("in quarantine: what can wait is asked again at 2026-")
          .doesNotContain("<b>Somebody", life.token.value());
    }
  }

  private String html(Status status) throws IOException {
    int port;
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
    }
    var where = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (var porch = new StatusPorch(StatusFile.in(home), Map.of());
        var http = new Http(Http.Limits.USUAL)) {
      porch.show(where, () -> status);
      return http.get(URI.create("http://127.0.0.1:" + port + "/")).answer().orElseThrow().text();
    }
  }
}
