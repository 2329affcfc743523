package org.bulbil.hosting.sporestack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.InvoiceId;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever SporeStack answers, the client returns the right kind of outcome and tells no secret.
 */
class SporeStackTroubleTest {

  private static final CreditToken TOKEN = new CreditToken("ss_t_0sekret0sekret0sekret0sekre");
  private static final LeaseId LEASE = new LeaseId("ss_m_1mashine1mashine1mashine1mash");
  private static final String CHILD_TOKEN = "ss_t_2child2child2child2child2chi";
  private static final ServerOrder ORDER =
      new ServerOrder(new Hostname("relay1"), "vc2-1c-1gb", "ewr", 7, "token=" + CHILD_TOKEN);

  /** Everything that a provider can be asked. */
  private static final Map<String, Function<Provider, Outcome<?>>> CALLS = calls();

  private static Map<String, Function<Provider, Outcome<?>>> calls() {
    var calls = new LinkedHashMap<String, Function<Provider, Outcome<?>>>();
    calls.put("catalogue", Provider::catalogue);
    calls.put("quote", provider -> provider.quote("vc2-1c-1gb", 7));
    calls.put("mint", Provider::mint);
    calls.put("invoice", provider -> provider.invoice(TOKEN, Cents.dollars(5)));
    calls.put("invoices", provider -> provider.invoices(TOKEN));
    calls.put("invoice again", provider -> provider.invoice(TOKEN, new InvoiceId("i1")));
    calls.put("credit", provider -> provider.credit(TOKEN));
    calls.put("launch", provider -> provider.launch(TOKEN, ORDER));
    calls.put("leases", provider -> provider.leases(TOKEN, ORDER.hostname()));
    calls.put("lease", provider -> provider.lease(TOKEN, LEASE));
    calls.put("top up", provider -> provider.topUp(TOKEN, LEASE, 7));
    calls.put("start", provider -> provider.start(TOKEN, LEASE));
    calls.put("messages", provider -> provider.messages(TOKEN));
    return calls;
  }

  private final StubServer server = new StubServer();
  private final Provider client = server.client();

  @AfterEach
  void stop() {
    server.close();
  }

  private static void assertTellsNoSecret(String call, Outcome<?> outcome) {
    assertThat(outcome + " " + outcome.summary())
        .as(call)
        .doesNotContain("sekret", "mashine", "2child", "http");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 301, 302, 408})
  void whateverIsNoClearAnswerIsUnknown(int code) {
    server.status = code;
    server.body = "{\"detail\": \"trouble with " + TOKEN.value() + "\"}";
    assertAllUnknown(client);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422, 429})
  void aClear4xxIsRefusedInTheProvidersWords(int code) {
    server.status = code;
    server.body = "{\"detail\": \"detail text\"}";
    CALLS.forEach(
        (name, call) ->
            assertThat(call.apply(client))
                .as(name)
                .isEqualTo(Outcome.refused("detail text", code)));
  }

  /** Validators repeat what they were given; that must not reach a log. */
  @Test
  void aComplaintThatRepeatsSecretsIsCensored() {
    server.status = 422;
    var echo = TOKEN.value() + " and " + LEASE.value() + " and " + CHILD_TOKEN;
    for (var shape :
        List.of(
            "%s",
            "{\"detail\": \"no token %s\"}",
            "{\"detail\": {\"msg\": \"bad %s\"}}",
            "{\"detail\": {\"input\": \"%s\"}}",
            "{\"detail\": [{\"loc\": [\"path\", \"%s\"], \"msg\": \"x\", \"input\": \"%s\"}]}")) {
      server.body = shape.replace("%s", echo);
      CALLS.forEach((name, call) -> assertTellsNoSecret(name, call.apply(client)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>maintenance</html>",
        "{",
        "null",
        "[null]",
        "[]x",
        "{\"invoice\": null}",
        "{\"invoice\": {\"id\": 1}}",
        "{\"servers\": null}",
        "{\"cents\": null}",
        "{\"cents\": 5.5}",
        "{\"cents\": -5}",
        "{\"cents\": 1e999999999}",
        "{\"machine_id\": \"../etc\"}",
      })
  void aSuccessThatMakesNoSenseIsUnknown(String nonsense) {
    server.body = nonsense;
    CALLS.forEach(
        (name, call) -> {
          var outcome = call.apply(client);
          var ignoresItsBody = name.equals("top up") || name.equals("start");
          var emptyList = nonsense.startsWith("[]") && name.matches("invoices|messages");
          if (!ignoresItsBody && !emptyList) {
            assertThat(outcome).as(name).isInstanceOf(Outcome.Unknown.class);
          }
          assertTellsNoSecret(name, outcome);
        });
  }

  @Test
  void silenceIsUnknown() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var impatient = new Http(new Http.Limits(Duration.ofMillis(200), 1 << 20))) {
      var base = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      assertAllUnknown(new SporeStack(impatient, SporeStackSettings.vultr(base)));
    }
  }

  @Test
  void anAbsentProviderIsUnknown() {
    server.leave();
    assertAllUnknown(client);
  }

  private static void assertAllUnknown(Provider client) {
    CALLS.forEach(
        (name, call) -> {
          var outcome = call.apply(client);
          assertThat(outcome).as(name).isInstanceOf(Outcome.Unknown.class);
          assertTellsNoSecret(name, outcome);
        });
  }

  /** Seeded noise in valid answers: an outcome, always, and never an exception. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noiseNeverThrows(long seed) {
    var random = new Random(seed);
    var answers =
        List.of(
            "{\"invoice\": {\"id\": \"i1\", \"payment_uri\": \"bitcoin:bc1qar0srrr7xfkvy5?amount=0.1\","
                + " \"amount\": 500, \"created\": 1, \"expires\": 2}, \"cents\": 5,"
                + " \"machine_id\": \"ss_m_1\", \"servers\": []}",
            "[{\"slug\": \"a\", \"provider\": \"vultr\", \"message\": \"m\","
                + " \"sent_at\": \"2026-01-01T00:00:00Z\"}]");
    for (int round = 0; round < 40; round++) {
      server.body = noisy(answers.get(round % 2), random);
      CALLS.forEach(
          (name, call) ->
              assertThat(call.apply(client)).as("seed %d, %s", seed, server.body).isNotNull());
    }
  }

  private static String noisy(String text, Random random) {
    var noisy = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(noisy.length());
      noisy.setCharAt(at, "{}[]\",:0e-.\\\u0000n".charAt(random.nextInt(14)));
    }
    return noisy.toString();
  }

  @Test
  void bracketsWithoutEndAreUnknown() {
    server.body = "{\"x\":" + "[".repeat(500_000);
    assertThat(client.credit(TOKEN).summary()).contains("nested too deep");
  }
}
