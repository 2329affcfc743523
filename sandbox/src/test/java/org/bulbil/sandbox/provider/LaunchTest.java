package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bulbil.core.money.Cents;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.catalogue.Backend;
import org.bulbil.sandbox.provider.catalogue.Catalogue;
import org.bulbil.sandbox.provider.catalogue.Flavor;
import org.bulbil.sandbox.provider.catalogue.OperatingSystem;
import org.bulbil.sandbox.provider.catalogue.Region;
import org.bulbil.sandbox.provider.estate.Terms;
import org.bulbil.sandbox.provider.machine.UserData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Launching: what it costs, what it refuses, what the new server runs. */
class LaunchTest {

  private static final String SCRIPT = "#!/bin/sh\necho hello\n";

  private Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  /** A launch takes the price of its days, and its server runs at an address of its own. */
  @Test
  void launching() {
    var token = shop.funded(10);
    var machine = shop.launch(token, Customer.order("days", 3));
    assertThat(machine).matches("ss_m_[0-9a-z]{27}");
    assertThat(shop.balance(token)).isEqualTo(1_000 - 3 * 38);
    var server = shop.server(token, machine).object();
    var now = shop.clock.now().getEpochSecond();
    assertThat(server)
        .containsEntry("running", true)
        .containsEntry("created_at", now)
        .containsEntry("expiration", now + 3 * 60)
        .containsEntry("ipv4", shop.machines.standing().keySet().iterator().next())
        .containsEntry("region", "ewr")
        .containsEntry("deleted_at", 0L);
    assertThat(shop.provider.book().all(Event.Launched.class))
        .singleElement()
        .satisfies(launched -> assertThat(launched.price()).isEqualTo(Cents.of(114)))
        .satisfies(launched -> assertThat(launched.machine().value()).isEqualTo(machine));
  }

  /** The same launch twice makes two servers; only the hostname tells that they were one wish. */
  @Test
  void launchingIsNotIdempotent() {
    var token = shop.funded(10);
    var first = shop.launch(token, Customer.order("hostname", "twin"));
    var second = shop.launch(token, Customer.order("hostname", "twin"));
    shop.launch(token, Customer.order("hostname", "other"));
    assertThat(second).isNotEqualTo(first);
    assertThat(shop.balance(token)).isEqualTo(1_000 - 3 * 38);
    assertThat(shop.servers(token, "?hostname=twin"))
        .extracting("machine_id")
        .containsExactly(first, second);
    assertThat(shop.servers(token, "?hostname=none")).isEmpty();
  }

  /** Without the money there is no server: 402, and nothing is taken. */
  @Test
  void tooLittleMoney() {
    var token = shop.funded(5);
    var refused = shop.customer.post("/token/" + token + "/servers", Customer.order("days", 14));
    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.detail()).contains("$5.32").contains("$5.00");
    assertThat(shop.balance(token)).isEqualTo(500);
    assertThat(shop.machines.standing()).isEmpty();
  }

  /** Many launches at once spend the money for six servers on six servers. */
  @Test
  void launchesAtOnce() throws Exception {
    var token = shop.funded(5);
    var path = "/token/" + token + "/servers";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var launch =
          (Callable<Integer>) () -> shop.customer.post(path, Customer.order("days", 2)).status();
      var statuses = new ArrayList<Integer>();
      for (var launched : threads.invokeAll(Collections.nCopies(20, launch))) {
        statuses.add(launched.get());
      }
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(6);
      assertThat(statuses).filteredOn(status -> status == 402).hasSize(14);
    }
    assertThat(shop.balance(token)).isEqualTo(500 - 6 * 76);
  }

  /** A malformed field is named in a list; nothing is launched. */
  @ParameterizedTest
  @CsvSource({
    "days, 0, greater than or equal to 1",
    "days, 91, less than or equal to 90",
    "days, soon, valid integer",
    "days, 1.5, valid integer",
    "hostname, under$core, match pattern",
    "provider, acme, should be one of",
    "autorenew, perhaps, valid boolean",
    "ssh_key, '', at least 1",
    "flavor, , Field required",
    "operating_system, , Field required"
  })
  void malformedFields(String field, String value, String complaint) {
    var token = shop.funded(5);
    var refused = shop.customer.post("/token/" + token + "/servers", Customer.order(field, value));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.object().get("detail")).isInstanceOf(List.class);
    assertThat(refused.detail()).contains("[body, " + field + "]").contains(complaint);
  }

  /** What is well formed but not on offer is refused with one sentence that names it. */
  @ParameterizedTest
  @CsvSource({
    "flavor, vc2-99c, vc2-99c",
    "region, moon, moon",
    "operating_system, plan9, plan9",
    "region, , region is required",
    "days, , days must be set",
    "provider, , digitalocean"
  })
  void notOnOffer(String field, String value, String reason) {
    var token = shop.funded(5);
    var refused = shop.customer.post("/token/" + token + "/servers", Customer.order(field, value));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.object().get("detail")).isInstanceOf(String.class);
    assertThat(refused.detail()).contains(reason);
    assertThat(shop.balance(token)).isEqualTo(500);
  }

  /** A body that is no JSON, or no object, is malformed as well. */
  @Test
  void malformedBodies() {
    var path = "/token/" + shop.mint() + "/servers";
    assertThat(shop.customer.send("POST", path, "{\"days\":").detail()).contains("JSON decode");
    assertThat(shop.customer.send("POST", path, "[1]").detail()).contains("object");
    assertThat(shop.customer.send("POST", path, "").detail()).contains("Field required");
    assertThat(shop.customer.send("POST", path, " ".repeat(2 << 20)).status()).isEqualTo(413);
  }

  /** Vultr's user data comes in base64. */
  @Test
  void vultrDecodesBase64() {
    assertThat(ran(base64(SCRIPT))).isEqualTo(new UserData.Script(SCRIPT));
  }

  /** Plain user data at Vultr, or base64 twice, runs nothing; the server comes up all the same. */
  @Test
  void wrongEncodingRunsNothing() {
    assertThat(ran(SCRIPT)).isInstanceOf(UserData.Nothing.class);
    assertThat(ran(base64(base64(SCRIPT)))).isInstanceOf(UserData.Nothing.class);
    assertThat(ran(null)).isInstanceOf(UserData.Nothing.class);
    assertThat(shop.machines.standing().values()).allMatch(PaperMachines.Note::isOn);
  }

  /** User data has room for 65,536 characters and not for one more. */
  @Test
  void userDataHasALimit() {
    var token = shop.funded(5);
    shop.launch(token, Customer.order("user_data", "é".repeat(65_536)));
    var refused =
        shop.customer.post(
            "/token/" + token + "/servers", Customer.order("user_data", "é".repeat(65_537)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("at most 65536 characters");
  }

  /** DigitalOcean's user data is plain, and its region may be left open. */
  @Test
  void digitalOceanTakesPlainText() {
    shop.close();
    shop = new Shop(Terms.of(Shop.DAY).withCatalogue(digitalOcean()));
    var order = Customer.order("provider", "digitalocean");
    order.put("region", null);
    order.put("user_data", SCRIPT);
    var token = shop.funded(5);
    var machine = shop.launch(token, order);
    assertThat(lastUserData()).isEqualTo(new UserData.Script(SCRIPT));
    assertThat(shop.server(token, machine).text("region")).isEqualTo("sfo3");
  }

  private static Catalogue digitalOcean() {
    var backend = Backend.DIGITALOCEAN;
    return new Catalogue(
        List.of(
            new Flavor("vc2-1c-1gb", backend, Cents.of(38), 1, 1024, 25, 1.0, Flavor.Network.IPV4)),
        List.of(new Region("sfo3", "San Francisco", backend)),
        List.of(new OperatingSystem("debian-12", "Debian 12", backend)));
  }

  /** A server without IPv4 says so; who needs IPv4 has paid for nothing. */
  @Test
  void ipv6Only() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order("flavor", "vc2-1c-0.5gb-v6"));
    var server = shop.server(token, machine).object();
    assertThat(server).containsEntry("ipv4", "0.0.0.0");
    assertThat(server.get("ipv6")).asString().startsWith("2001:db8::");
  }

  /** While a server is being built it has no address, and nothing can be switched. */
  @Test
  void building() {
    shop.close();
    shop = new Shop(Terms.of(Shop.DAY).withBuilding(Duration.ofSeconds(10)));
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    assertThat(shop.server(token, machine).object())
        .containsEntry("running", false)
        .containsEntry("ipv4", "")
        .containsEntry("ipv6", "");
    assertThat(shop.act(token, machine, "stop").status()).isEqualTo(422);
    shop.clock.forward(Duration.ofSeconds(10));
    assertThat(shop.server(token, machine).text("ipv4")).startsWith("127.99.");
    assertThat(shop.server(token, machine).text("ipv6")).startsWith("2001:db8::");
  }

  /** A server that cannot be built is deleted by the provider; the money stays spent. */
  @Test
  void failingToBuild() {
    shop.machines.fill();
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    assertThat(shop.server(token, machine).object()).containsEntry("deleted_by", "sporestack");
    assertThat(shop.balance(token)).isEqualTo(462);
  }

  /** Autorenewal without days buys the seven that it keeps. */
  @Test
  void autorenewalNeedsNoDays() {
    var token = shop.funded(5);
    var order = Customer.order("autorenew", true);
    order.put("days", null);
    shop.launch(token, order);
    assertThat(shop.balance(token)).isEqualTo(500 - 7 * 38);
  }

  private UserData ran(@Nullable String userData) {
    shop.launch(shop.funded(5), Customer.order("user_data", userData));
    return lastUserData();
  }

  private UserData lastUserData() {
    return List.copyOf(shop.machines.standing().values()).getLast().userData();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A closed region refuses with a sentence; another one still has room. */
  @Test
  void closedRegion() {
    shop.provider.troubles().closeRegion("ewr");
    var path = "/token/" + shop.funded(5) + "/servers";
    var refused = shop.customer.post(path, Customer.order());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.object()).containsEntry("detail", "No capacity in region ewr now.");
    assertThat(shop.customer.post(path, Customer.order("region", "ord")).status()).isEqualTo(200);
    shop.provider.troubles().openRegion("ewr");
    assertThat(shop.customer.post(path, Customer.order()).status()).isEqualTo(200);
  }
}
