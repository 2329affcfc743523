package org.bulbil.hosting.testing;

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
import java.util.Set;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes back, a client over HTTP returns the right kind of outcome, throws nothing, and
 * tells no secret: not in its outcomes, and not to the log.
 */
public abstract class TroubleContract {

  private static final String CHILD_TOKEN = "ss_t_2child2child2child2child2chi";
  private static final ServerOrder ORDER =
      new ServerOrder(new Hostname("relay1"), "vc2-1c-1gb", "ewr", 7, "token=" + CHILD_TOKEN);

  private final StubServer server = new StubServer();
  private final Http http = new Http(Http.Limits.USUAL);
  private final SpokenWords log = new SpokenWords();

  @SuppressWarnings("NullAway.Init") // Asked of the subclass before each test.
  private Provider client;

  /**
   * Everything that a provider can be asked, but for what it answers without asking anybody, and
   * the clock, which is read off any answer.
   */
  private final Map<String, Function<Provider, Outcome<?>>> calls = new LinkedHashMap<>();

  /** The one under test. */
  protected abstract Provider client(Http http, URI base);

  /** A token with a word that must not be told. */
  protected abstract CreditToken token();

  protected abstract LeaseId lease();

  /** One that can be asked for. */
  protected abstract InvoiceId bill();

  /** Names of those calls that ask nobody. */
  protected abstract Set<String> answeredAlone();

  /** Those that take any answer for a yes. */
  protected abstract Set<String> heedless();

  /** Bodies with everything that is asked for, to put noise into. */
  protected abstract List<String> samples();

  private void prepare() {
    calls.put("catalogue", Provider::catalogue);
    calls.put("quote", provider -> provider.quote("vc2-1c-1gb", 7));
    calls.put("mint", Provider::mint);
    calls.put("invoice", provider -> provider.invoice(token(), Cents.dollars(5)));
    calls.put("invoices", provider -> provider.invoices(token()));
    calls.put("invoice again", provider -> provider.invoice(token(), bill()));
    calls.put("credit", provider -> provider.credit(token()));
    calls.put("launch", provider -> provider.launch(token(), ORDER));
    calls.put("install", provider -> provider.install(token(), lease(), ORDER.boot().script()));
    calls.put("leases", provider -> provider.leases(token(), ORDER.hostname()));
    calls.put("lease", provider -> provider.lease(token(), lease()));
    calls.put("top up", provider -> provider.topUp(token(), lease(), 7));
    calls.put("start", provider -> provider.start(token(), lease()));
    calls.put("messages", provider -> provider.messages(token()));
    calls.keySet().removeAll(answeredAlone());
  }

  @BeforeEach
  void listen() {
    client = client(http, server.base());
    prepare();
    log.listen();
  }

  @AfterEach
  void stop() {
    log.close();
    server.close();
    http.close();
    assertThat(log.all()).doesNotContain(secrets());
  }

  private String[] secrets() {
    var key = token().value().split("-", 2)[0];
    return new String[] {token().value(), key, "sekret", "mashine", "2child"};
  }

  private void assertTellsNoSecret(String call, Outcome<?> outcome) {
    var said = outcome instanceof Outcome.Done<?> ? outcome.summary() : outcome.toString();
    assertThat(said).as(call).doesNotContain(secrets()).doesNotContain("http", "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 301, 302, 408})
  void whateverIsNoClearAnswerIsUnknown(int code) {
    server.status = code;
    server.body = "{\"detail\": \"trouble with " + token().value() + "\"}";
    assertAllUnknown(client);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422, 429})
  void aClear4xxIsRefusedInTheProvidersWords(int code) {
    server.status = code;
    server.body = "{\"detail\": \"detail text\"}";
    calls.forEach(
        (name, call) ->
            assertThat(call.apply(client).summary())
                .as(name)
                .startsWith("refused (" + code + "): detail text"));
  }

  /** Validators repeat what they were given; that must not reach a log. */
  @Test
  void aComplaintThatRepeatsSecretsIsCensored() {
    server.status = 422;
    var echo = token().value() + " and " + lease().value() + " and " + CHILD_TOKEN;
    for (var shape :
        List.of(
            "%s",
            "{\"detail\": \"no token %s\"}",
            "{\"detail\": {\"msg\": \"bad %s\"}}",
            "{\"detail\": {\"input\": \"%s\"}}",
            "{\"detail\": [{\"loc\": [\"path\", \"%s\"], \"msg\": \"x\", \"input\": \"%s\"}]}")) {
      server.body = shape.replace("%s", echo);
      calls.forEach((name, call) -> assertTellsNoSecret(name, call.apply(client)));
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
    calls.forEach(
        (name, call) -> {
          var outcome = call.apply(client);
          var emptyList = nonsense.startsWith("[]") && name.matches("invoices|messages");
          if (!heedless().contains(name) && !emptyList) {
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
      assertAllUnknown(client(impatient, base));
    }
  }

  @Test
  void anAbsentProviderIsUnknown() {
    server.leave();
    assertAllUnknown(client);
  }

  private void assertAllUnknown(Provider client) {
    calls.forEach(
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
    var answers = samples();
    for (int round = 0; round < 40; round++) {
      server.body = noisy(answers.get(round % answers.size()), random);
      calls.forEach(
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
    assertThat(client.lease(token(), lease()).summary()).contains("nested too deep");
  }

  @Test
  void aHugeAnswerIsUnknown() {
    server.body = " ".repeat(5 << 20);
    calls.forEach(
        (name, call) ->
            assertThat(call.apply(client).summary()).as(name).contains("more than 4194304 bytes"));
  }
}
