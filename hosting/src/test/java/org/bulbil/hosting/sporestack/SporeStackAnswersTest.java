package org.bulbil.hosting.sporestack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.testing.StubServer;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What SporeStack answers is believed about names, and checked about money, times and identity. */
class SporeStackAnswersTest {

  private static final CreditToken TOKEN = new CreditToken("ss_t_0123456789");
  private static final LeaseId LEASE = new LeaseId("ss_m_0123456789");

  private final StubServer server = new StubServer();
  private final Http http = new Http(Http.Limits.USUAL);
  private final Provider client = new SporeStack(http, SporeStackSettings.vultr(server.base()));

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void nonsenseAboutMoneyOrTimeIsNotABill() {
    var good =
        "{\"id\": \"i1\", \"payment_uri\": \"bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"
            + "?amount=0.00005000\", \"amount\": 500, \"created\": 1767225600,"
            + " \"expires\": 1767229200, \"paid\": 0, \"txid\": null, \"expired\": false}";
    assertThat(bill(good)).isInstanceOf(Outcome.Done.class);
    for (var change :
        Map.of(
                "\"amount\": 500", "\"amount\": 501",
                "0.00005000", "0.000050000",
                "amount=0.00005000", "amount=5e-5",
                "bitcoin:", "monero:",
                "1767229200", "0",
                "1767225600", "1767225600000",
                "\"paid\": 0", "\"paid\": 0.5",
                "\"id\": \"i1\"", "\"id\": \"a/../b\"")
            .entrySet()) {
      var bad = good.replace(change.getKey(), change.getValue());
      assertThat(bad).isNotEqualTo(good);
      assertThat(bill(bad)).as(bad).isInstanceOf(Outcome.Unknown.class);
    }
  }

  private Outcome<?> bill(String invoice) {
    server.body = "{\"invoice\": " + invoice + "}";
    return client.invoice(TOKEN, Cents.dollars(5));
  }

  @Test
  void oneOddPlanDoesNotHideTheOthers() {
    server.body =
        """
        [{"slug": "free", "cores": 1, "memory": 1, "disk": 1, "price": 0, "provider": "vultr"},
         {"slug": "good", "cores": 1, "memory": 1024, "disk": 25, "price": 38, "ipv4": "/32",
          "provider": "vultr", "name": "so that it passes as a region as well"},
         {"cores": 2, "provider": "digitalocean"}]
        """;
    assertThat(client.catalogue().answer())
        .hasValueSatisfying(
            catalogue ->
                assertThat(catalogue.plans())
                    .singleElement()
                    .satisfies(plan -> assertThat(plan.rent()).isEqualTo(Cents.of(38))));
  }

  @Test
  void aServerThatWasRenamedIsStillOurs() {
    server.body =
        """
        {"machine_id": "%s", "hostname": "my relay, do not touch!", "flavor_slug": "vc2-1c-1gb",
         "region": "ewr", "running": true, "expiration": 1767225600, "ipv4": "203.0.113.5"}
        """
            .formatted(LEASE.value());
    assertThat(client.lease(TOKEN, LEASE).answer())
        .hasValueSatisfying(
            lease -> assertThat(lease.hostname().value()).isEqualTo("myrelaydonottouch"));
  }

  /** Adopting a stranger's server would lose ours, and so would overlooking a lower-case one. */
  @Test
  void onlyServersOfTheVeryNameAreFoundWhateverTheFilterDoes() {
    var one =
        "{\"machine_id\": \"%s\", \"hostname\": %s, \"flavor_slug\": \"p\", \"region\": \"r\","
            + " \"running\": true, \"expiration\": 1767225600, \"ipv4\": \"203.0.113.5\"}";
    server.body =
        "{\"servers\": ["
            + one.formatted("ss_m_a", "\"relay10\"")
            + ","
            + one.formatted("ss_m_b", "null")
            + ","
            + one.formatted("ss_m_c", "\"RELAY1\"")
            + "]}";
    assertThat(client.leases(TOKEN, new Hostname("relay1")).answer())
        .hasValueSatisfying(
            leases ->
                assertThat(leases).extracting(Lease::id).containsExactly(new LeaseId("ss_m_c")));
  }

  @Test
  void aTimeThatIsNotInSecondsIsUnknown() {
    for (var expiration : new String[] {"1767225600000", "-1", "0", "1.5", "null"}) {
      server.body =
          "{\"machine_id\": \"%s\", \"flavor_slug\": \"p\", \"region\": \"r\", \"expiration\": %s}"
              .formatted(LEASE.value(), expiration);
      var outcome = client.lease(TOKEN, LEASE);
      assertThat(outcome.summary()).as(expiration).contains("expiration");
    }
  }

  /** Whoever waits for its address would wait for ever. */
  @Test
  void aServerThatIsBuiltWithoutIpv4IsRunningWithoutAnAddress() {
    var one =
        "{\"machine_id\": \"%s\", \"hostname\": \"x\", \"flavor_slug\": \"p\", \"region\":"
            + " \"r\", \"running\": true, \"expiration\": 1767225600, \"ipv4\": \"%s\", \"ipv6\":"
            + " \"%s\"}";
    server.body = one.formatted(LEASE.value(), "0.0.0.0", "2001:db8::1");
    var built = client.lease(TOKEN, LEASE).answer().orElseThrow();
    assertThat(built.state()).isEqualTo(Lease.State.RUNNING);
    assertThat(built.address()).isEmpty();
    for (var none : new String[] {"", "::0", "::"}) {
      server.body = one.formatted(LEASE.value(), "0.0.0.0", none);
      assertThat(client.lease(TOKEN, LEASE).answer().orElseThrow().state())
          .isEqualTo(Lease.State.BUILDING);
    }
  }

  @Test
  void anAnswerAboutAnotherServerIsUnknown() {
    server.body =
        "{\"machine_id\": \"ss_m_other\", \"hostname\": \"x\", \"flavor_slug\": \"p\","
            + " \"region\": \"r\", \"expiration\": 1767225600}";
    assertThat(client.lease(TOKEN, LEASE)).isInstanceOf(Outcome.Unknown.class);
  }
}
