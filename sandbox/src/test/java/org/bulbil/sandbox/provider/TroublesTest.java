package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.trouble.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong by request goes wrong as asked, and only then. */
class TroublesTest {

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  /** The next n requests of an endpoint are refused, others and the one after are not. */
  @ParameterizedTest
  @ValueSource(ints = {402, 422, 429, 500, 503})
  void refusals(int status) {
    var token = shop.funded(5);
    shop.provider.troubles().next(2, Endpoint.LAUNCH, new Trouble.Refuse(status, "by request"));
    var path = "/token/" + token + "/servers";
    for (int times = 0; times < 2; times++) {
      var refused = shop.customer.post(path, Customer.order());
      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.detail()).isEqualTo("by request");
      assertThat(shop.balance(token)).as("nothing is done").isEqualTo(500);
    }
    assertThat(shop.customer.post(path, Customer.order()).status()).isEqualTo(200);
  }

  /** A quarter of all requests is every fourth, until it is over. */
  @Test
  void shares() {
    shop.provider.troubles().share(25, new Trouble.Refuse(503, "busy"));
    var statuses = new ArrayList<Integer>();
    for (int times = 0; times < 8; times++) {
      statuses.add(shop.customer.get("/slugs/os").status());
    }
    assertThat(statuses).containsExactly(200, 200, 200, 503, 200, 200, 200, 503);
    shop.provider.troubles().over();
    for (int times = 0; times < 8; times++) {
      assertThat(shop.customer.get("/slugs/os").status()).isEqualTo(200);
    }
  }

  /** Gibberish has status 200 and is no JSON; what was asked is done. */
  @Test
  void gibberish() {
    var token = shop.funded(5);
    shop.provider.troubles().next(1, Endpoint.LAUNCH, new Trouble.Gibberish());
    var reply = shop.customer.post("/token/" + token + "/servers", Customer.order());
    assertThat(reply.status()).isEqualTo(200);
    assertThatThrownBy(reply::json).isInstanceOf(RuntimeException.class);
    assertThat(shop.servers(token, "")).hasSize(1);
  }

  /** A lost answer leaves a server that its hostname finds: who asks again would pay twice. */
  @Test
  void lostAnswer() {
    var token = shop.funded(5);
    shop.provider.troubles().next(1, Endpoint.LAUNCH, new Trouble.LoseAnswer());
    assertThatThrownBy(
            () ->
                shop.customer.send(
                    "POST",
                    "/token/" + token + "/servers",
                    """
                    {"flavor": "vc2-1c-1gb", "ssh_key": "k", "operating_system": "debian-12",
                     "provider": "vultr", "region": "ewr", "days": 1, "hostname": "lost"}\
                    """,
                    Duration.ofSeconds(10)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(shop.servers(token, "?hostname=lost")).hasSize(1);
    assertThat(shop.balance(token)).isEqualTo(462);
  }

  /** Silence is no answer at all, and nothing is done; other requests are answered meanwhile. */
  @Test
  void silence() {
    shop.provider.troubles().next(1, Endpoint.MINT, new Trouble.Silence());
    assertThatThrownBy(() -> shop.customer.send("GET", "/token", "", Duration.ofMillis(300)))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(shop.provider.book().all(Event.TokenMinted.class)).isEmpty();
    assertThat(shop.customer.get("/token").status()).isEqualTo(200);
  }

  /** Troubles are switched over HTTP too. */
  @Test
  void switchedOverHttp() {
    control(
        "/sandbox/troubles",
        Map.of(
            "trouble",
            "refuse",
            "status",
            429,
            "detail",
            "slow down",
            "endpoint",
            "mint",
            "times",
            1));
    assertThat(shop.customer.get("/aup").status()).isEqualTo(200);
    assertThat(shop.customer.get("/token").detail()).isEqualTo("slow down");
    assertThat(shop.customer.get("/token").status()).isEqualTo(200);
    control("/sandbox/troubles", Map.of("trouble", "refuse", "percent", 100));
    assertThat(shop.customer.get("/aup").status()).isEqualTo(503);
    assertThat(shop.customer.delete("/sandbox/troubles").status()).isEqualTo(200);
    assertThat(shop.customer.get("/aup").status()).isEqualTo(200);
  }

  /** Regions, credits, bans and messages are controlled over HTTP too. */
  @Test
  void controlledOverHttp() {
    control("/sandbox/credits/forget", Map.of("payments", 1));
    var token = shop.funded(5);
    assertThat(shop.balance(token)).isZero();
    shop.fund(token, 5);
    control("/sandbox/regions/ewr/close", Map.of());
    var launch = "/token/" + token + "/servers";
    assertThat(shop.customer.post(launch, Customer.order()).status()).isEqualTo(422);
    control("/sandbox/regions/ewr/open", Map.of());
    var machine = shop.launch(token, Customer.order());
    control("/sandbox/servers/" + machine + "/ban", Map.of());
    assertThat(shop.server(token, machine).text("deleted_by")).isEqualTo("sporestack");
    assertThat(shop.customer.post("/sandbox/servers/" + machine + "/ban").status()).isEqualTo(404);
    control("/sandbox/messages/" + token, Map.of("message", "Abuse!"));
    assertThat(shop.customer.get("/token/" + token + "/messages").list())
        .extracting("sender")
        .containsExactly("SporeStack");
  }

  /** The book over HTTP goes on from a cursor and shows no secret. */
  @Test
  void bookOverHttp() {
    var token = shop.funded(5);
    shop.launch(token, Customer.order());
    var lines = shop.customer.get("/sandbox/book").list();
    assertThat(lines)
        .extracting("event")
        .containsExactly("TokenMinted", "InvoiceMade", "InvoicePaid", "Launched", "Built");
    assertThat(lines.toString()).doesNotContain(token);
    assertThat(shop.customer.get("/sandbox/book?after=3").list()).isEqualTo(lines.subList(3, 5));
    assertThat(shop.customer.get("/sandbox/book?after=5").json()).isEqualTo(List.of());
  }

  /** Malformed controls are refused like malformed requests. */
  @Test
  void malformedControls() {
    assertThat(shop.customer.post("/sandbox/troubles", Map.of("endpoint", "nowhere")).detail())
        .contains("should be one of");
    assertThat(shop.customer.get("/sandbox/nothing").status()).isEqualTo(404);
  }

  private void control(String path, Map<String, ?> body) {
    assertThat(shop.customer.post(path, body).status()).isEqualTo(200);
  }
}
