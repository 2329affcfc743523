package org.bulbil.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs look for at a relay's page is there once it is known, and nothing before. */
class StatusServerTest {

  private static final String FINGERPRINT = "A".repeat(40);
  private static final String FAMILY = "4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA";
  private static final String ADDRESS = "bcrt1q9vza2e8x573nczrlzms0wvx3gsqjx7vay85cr9";

  private final Http http = new Http(Http.Limits.USUAL);
  private InetSocketAddress where;
  private StatusServer server;

  @BeforeEach
  void open() throws IOException {
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      where = new InetSocketAddress(InetAddress.getLoopbackAddress(), any.getLocalPort());
    }
    server = StatusServer.open(where, status("", false, "", ""));
  }

  @AfterEach
  void close() {
    server.close();
    http.close();
  }

  /** Only what these pages say; a relay's own status has much more. */
  private static Status status(
      String fingerprint, boolean declared, String statement, String signature) {
    var json =
        """
        {"relay": {"fingerprint": "%s"},
         "descent": {"family": "%s", "declared": %s},
         "lease": {"end": "2026-12-24T00:00:00Z"},
         "money": {"address": "%s", "statement": "%s", "signature": "%s"},
         "will": {"name": "Charity", "address": "bcrt1qcharity"}}"""
            .formatted(fingerprint, FAMILY, declared, ADDRESS, statement, signature);
    return Jsonb.builder().build().type(Status.class).fromJson(json);
  }

  private void show() {
    server.show(status(FINGERPRINT, true, "the statement", "smpAA=="));
  }

  private Reply get(String path) {
    var page = URI.create("http://127.0.0.1:" + where.getPort() + path);
    return http.get(page).answer().orElseThrow();
  }

  @Test
  void theDocumentSaysWhoseTheAddressIs() {
    show();
    var reply = get("/.well-known/bulbil.json");
    assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(reply.text())
        .isEqualTo(
            """
            {"version":1,"fingerprint":"%s","family":"%s","address":"%s",\
            "statement":"the statement","signature":"smpAA==",\
            "paid_until":"2026-12-24T00:00:00Z",\
            "beneficiary":{"name":"Charity","address":"bcrt1qcharity"}}"""
                .formatted(FINGERPRINT, FAMILY, ADDRESS));
  }

  @Test
  void theProofIsThereAsText() {
    show();
    assertThat(WalletProof.read(get("/proof").text()))
        .contains(new WalletProof("the statement", "smpAA=="));
  }

  @Test
  void theFilesOfCiissAreThere() {
    show();
    assertThat(get("/.well-known/tor-relay/rsa-fingerprint.txt").text())
        .isEqualTo(FINGERPRINT + "\n");
    assertThat(get("/.well-known/tor-relay/ed25519-family-id.txt").text()).isEqualTo(FAMILY + "\n");
  }

  @Test
  void whatIsNotKnownYetIsNotThere() {
    assertThat(get("/proof").status()).isEqualTo(404);
    assertThat(get("/.well-known/tor-relay/rsa-fingerprint.txt").status()).isEqualTo(404);
    assertThat(get("/.well-known/tor-relay/ed25519-family-id.txt").status()).isEqualTo(404);
    assertThat(get("/.well-known/bulbil.json").text()).contains("\"fingerprint\":\"\"", ADDRESS);
  }

  @Test
  void besideThemThereIsNothing() {
    show();
    for (var path : List.of("/.well-known/", "/.well-known/bulbil.jsonx", "/proof/x", "/proofs")) {
      assertThat(get(path).status()).as(path).isEqualTo(404);
    }
  }
}
