package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.estate.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SporeStack's own command line client, unmodified, does with the sandbox's provider what its users
 * do with the original. Who wrote it never saw ours, so this is the second opinion on the API.
 */
@Timeout(600)
class OfficialClientIT {

  private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43);

  @TempDir Path home;

  private final Shop shop = new Shop();

  @SuppressWarnings("NullAway.Init")
  private OfficialClient client;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    var fault = OfficialClient.install();
    assumeTrue(fault.isEmpty(), () -> "no second opinion on SporeStack's API: " + fault.get());
  }

  @BeforeEach
  void configure() throws IOException {
    client = new OfficialClient(home, shop.provider.uri());
    client.file("key.pub", KEY);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static String field(String name, String json) {
    var found = Pattern.compile("\"" + name + "\": ?\"?([^\",}]*)").matcher(json);
    assertThat(found.find()).as(name + " in " + json).isTrue();
    return found.group(1);
  }

  /** A token of the client's own making, with $20 paid on it. */
  private Token funded() throws Exception {
    var said =
        client.run("token", "create", "mine", "--dollars", "20", "--currency", "btc", "--no-wait");
    var invoice = shop.provider.invoices().getLast();
    assertThat(said).contains(invoice.id().value(), "bitcoin:" + invoice.address() + "?amount=");
    assertThat(client.run("token", "invoices", "mine")).contains("$20.00", "Unpaid. Expires");
    var txid = shop.pay(invoice, invoice.price());
    shop.confirm();
    assertThat(client.run("token", "invoice", "mine", "--invoice-id", invoice.id().value()))
        .contains("Paid with TXID", txid.substring(0, 16));
    return new Token(client.token("mine"));
  }

  private Server launched() throws Exception {
    client.file("answer", "\n"); // Its price is asked about; this accepts.
    var said =
        client.run(
            "server",
            "launch",
            "--token=mine",
            "--operating-system=debian-12",
            "--provider=vultr",
            "--region=ams",
            "--flavor=vc2-1c-1gb",
            "--days=7",
            "--hostname=relay1",
            "--ssh-key-file=key.pub",
            "--user-data-file=script");
    assertThat(said)
        .contains("Is $2.66 for 7 day(s) of vc2-1c-1gb okay?", "IPv4: 127.99.", "IPv6: 2001:db8::");
    return shop.provider.servers().getLast();
  }

  private String json() throws Exception {
    return client.run("server", "json", "--hostname=relay1", "--token=mine");
  }

  private void act(String... words) throws Exception {
    var command = new String[words.length + 3];
    command[0] = "server";
    System.arraycopy(words, 0, command, 1, words.length);
    command[words.length + 1] = "--hostname=relay1";
    command[words.length + 2] = "--token=mine";
    var _ = client.run(command);
  }

  /** Token, invoice, payment, balance. */
  @Test
  void aTokenIsMadeAndPaid() throws Exception {
    var token = funded();
    assertThat(client.run("token", "balance", "mine")).isEqualTo("$20.00");
    assertThat(client.run("token", "info", "mine"))
        .contains("Balance: $20.00", "Total Servers (not deleted): 0", "Invoices: 1");
    var _ = client.run("token", "topup", "mine", "--dollars=26", "--currency=btc", "--no-wait");
    shop.pay(shop.provider.invoices().getLast(), shop.provider.invoices().getLast().price());
    shop.confirm();
    assertThat(shop.balance(token.value())).isEqualTo(46_00);
    assertThat(client.run("token", "list")).contains(token.value());
  }

  @Test
  void whatIsOnOfferIsShown() throws Exception {
    assertThat(client.run("server", "flavors", "--provider=vultr"))
        .contains("vc2-1c-1gb", "$0.38", "$11.40", "1.0 TiB");
    assertThat(client.run("server", "regions", "--provider=vultr")).contains("ewr", "New Jersey");
    assertThat(client.run("server", "operating-systems")).contains("debian-12");
    assertThat(client.run("aup")).contains("Tor relays");
    assertThat(client.run("api-changelog")).contains("Changelog");
  }

  /** Launch by quote, info, list, top-up, stop, start, rebuild, rename, delete, forget. */
  @Test
  void aServerLivesAndDies() throws Exception {
    var token = funded();
    client.file("script", "IyEvYmluL3NoCnNsZWVwIDYwMAo="); // "#!/bin/sh sleep 600" for Vultr.
    var server = launched();
    assertThat(shop.balance(token.value())).isEqualTo(20_00 - 7 * 38);
    assertThat(client.run("server", "list", "--token=mine"))
        .contains(server.id().value(), "relay1", "127.99.", "False");
    assertThat(client.run("server", "info", "--hostname=relay1", "--token=mine"))
        .contains("Provider: vultr", "Region: ams", "Flavor: vc2-1c-1gb", "Running: True");

    var before = Long.parseLong(field("expiration", json()));
    act("topup", "--days=7");
    var after = Long.parseLong(field("expiration", json()));
    assertThat(Duration.ofSeconds(after - before)).isEqualTo(Shop.DAY.times(7));

    act("stop");
    assertThat(field("running", json())).isEqualTo("false");
    act("start");
    assertThat(field("running", json())).isEqualTo("true");
    act("rebuild");
    assertThat(shop.machines.standing().values()).extracting("disks").containsExactly(2);

    act("autorenew-enable");
    assertThat(field("autorenew", json())).isEqualTo("true");
    assertThat(client.run("token", "info", "mine")).contains("Servers set to autorenew: 1");
    act("autorenew-disable");
    assertThat(field("autorenew", json())).isEqualTo("false");

    bury(server.id());
  }

  private void bury(MachineId machine) throws Exception {
    var id = machine.value();
    var _ = client.run("server", "update-hostname", id, "--hostname=web-1", "--token=mine");
    assertThat(client.run("server", "list", "--token=mine")).contains("web-1");
    assertThat(client.run("server", "delete", "--machine-id=" + id, "--token=mine"))
        .contains("was destroyed");
    assertThat(shop.machines.standing()).isEmpty();
    assertThat(client.run("server", "info", "--machine-id=" + id, "--token=mine"))
        .contains("deleted by: manual");
    var _ = client.run("server", "forget", "--machine-id=" + id, "--token=mine");
    assertThat(client.run("server", "list", "--token=mine")).doesNotContain(id);
    assertThat(client.run("server", "list", "--token=mine", "--show-forgotten")).contains(id);
  }

  @Test
  void messagesGoBothWays() throws Exception {
    var token = funded();
    assertThat(client.run("token", "messages", "mine")).contains("No messages");
    shop.provider.say(token, "Please mind your traffic.");
    var _ = client.run("token", "send-message", "mine", "--message", "We will.");
    assertThat(client.run("token", "messages", "mine"))
        .contains("Please mind your traffic.", "by SporeStack", "We will.", "by User");
  }

  /** A server that its token can no longer pay is suspended; more money and a start revive it. */
  @Test
  void aSuspendedServerIsStartedAgain() throws Exception {
    var token = funded();
    client.file("script", "IyEvYmluL3NoCnNsZWVwIDYwMAo=");
    launched();
    act("autorenew-enable");
    for (int day = 0; day < 60 && field("suspended_at", json()).equals("null"); day += 10) {
      shop.days(10);
    }
    assertThat(client.run("server", "info", "--hostname=relay1", "--token=mine"))
        .contains("suspended");
    shop.fund(token.value(), 20);
    act("start");
    assertThat(field("running", json())).isEqualTo("true");
  }

  /** What the provider refuses, its client calls by the right name. */
  @Test
  void refusalsAreUnderstood() throws Exception {
    var _ = funded();
    client.file("script", "IyEvYmluL3NoCnNsZWVwIDYwMAo=");
    client.file("answer", "\n");
    assertThat(
            client.failure(
                "server",
                "launch",
                "--token=mine",
                "--operating-system=debian-12",
                "--provider=vultr",
                "--region=ams",
                "--flavor=vc2-1c-1gb",
                "--days=90",
                "--ssh-key-file=key.pub"))
        .contains("SporeStackPaymentRequiredError");
    assertThat(client.failure("server", "info", "--machine-id=ss_m_none", "--token=mine"))
        .contains("SporeStackUserError");
    shop.provider.unplug();
    assertThat(client.failure("token", "balance", "mine")).contains("ConnectError");
  }
}
