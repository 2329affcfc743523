package org.bulbil.hosting.sporestack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.Cents;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.hosting.bootstrap.SshKey;
import org.bulbil.hosting.testing.CreditContract;
import org.bulbil.hosting.testing.TestingWorld;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SporeStack's client keeps the contract against the shapes that are on record. */
class SporeStackContractTest extends CreditContract {

  private final TestingWorld world = new TestingWorld();
  private final RecordedSporeStack server = start();
  private final Http http = new Http(Http.Limits.USUAL);
  private final Provider client = new SporeStack(http, SporeStackSettings.vultr(server.base()));

  private RecordedSporeStack start() {
    try {
      return new RecordedSporeStack(world.provider);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Override
  protected Provider provider() {
    return client;
  }

  @Override
  protected Day day() {
    return Day.REAL;
  }

  @Override
  protected void pay(CreditToken token, Invoice invoice) {
    world.provider.book().pay(token, invoice.id(), "cd".repeat(32));
  }

  @Test
  void vultrGetsItsUserDataInBase64AndAKeyThatNobodyHas() throws Exception {
    var token = funded(Cents.dollars(5));
    var order = order(hostname(), 1);
    done(client.launch(token, order));
    var encoded = world.provider.book().orders(token).getFirst().boot().script();
    assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
        .isEqualTo(order.boot().script());
    assertThat(server.lastBody)
        .contains("\"provider\":\"vultr\"", "\"operating_system\":\"debian-12\"")
        .containsPattern("\"ssh_key\":\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}\"");
  }

  @Test
  void aCautiousLauncherMayHandInHisOwnKey() throws Exception {
    var token = funded(Cents.dollars(5));
    var nobodys = order(hostname(), 1);
    var key = new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFC mine");
    var boot = new FirstBoot("#!/bin/sh\n", Optional.of(key));
    done(
        client.launch(
            token, new ServerOrder(nobodys.hostname(), nobodys.plan(), nobodys.region(), 1, boot)));
    assertThat(server.lastBody).contains("\"ssh_key\":\"" + key + "\"");
  }

  @Test
  void digitalOceanGetsItsUserDataPlain() throws Exception {
    var token = funded(Cents.dollars(5));
    var ocean = new SporeStack(http, SporeStackSettings.of(server.base(), "digitalocean"));
    done(ocean.launch(token, order(hostname(), 1)));
    assertThat(server.lastBody).contains("\"user_data\":\"#!/bin/sh\\nsleep 600\\n\"");
  }

  @Test
  void whatItSellsAtLeastCanBeTold() {
    var dear = SporeStackSettings.vultr(server.base()).withSmallestInvoice(Cents.dollars(20));
    var terms = new SporeStack(http, dear).terms();
    assertThat(terms.smallestInvoice()).isEqualTo(Cents.dollars(20));
    assertThat(terms.mostDaysAtOnce()).isEqualTo(90);
  }

  @Test
  void anotherBackendsOffersAreNotOurs() {
    var ocean = new SporeStack(http, SporeStackSettings.of(server.base(), "digitalocean"));
    assertThat(ocean.catalogue().summary()).contains("offers nothing that we can use");
  }

  @Test
  void ipv6OnlyPlansAreToldApart() {
    var catalogue = done(client.catalogue());
    assertThat(catalogue).isEqualTo(TestingWorld.CATALOGUE);
  }

  @Test
  void suspensionAndNoticesAreSeen() throws Exception {
    var token = funded(Cents.dollars(5));
    var id = done(client.launch(token, order(hostname(), 1)));
    world.provider.book().suspend(token, id);
    world.provider.book().notify(token, "Please mind your traffic.");
    assertThat(done(client.lease(token, id)).state()).isEqualTo(Lease.State.SUSPENDED);
    assertThat(done(client.messages(token))).isEqualTo(done(world.provider.messages(token)));
    world.provider.book().delete(token, id);
    assertThat(done(client.lease(token, id)).state()).isEqualTo(Lease.State.DELETED);
  }
}
