package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider as a whole: opening, outages, time that passes by itself, closing. */
class SandboxProviderTest {

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  /** An outage refuses connections; after it, address, money, leases and book are as they were. */
  @Test
  void outage() throws IOException {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order("days", 3));
    var entries = shop.provider.book().after(0);
    shop.provider.unplug();
    assertThatThrownBy(() -> shop.customer.send("GET", "/aup", "", Duration.ofSeconds(5)))
        .isInstanceOf(IOException.class);
    assertThat(shop.machines.standing()).as("servers go on").hasSize(1);
    shop.provider.plugIn();
    shop.provider.plugIn();
    assertThat(shop.balance(token)).isEqualTo(500 - 3 * 38);
    assertThat(shop.server(token, machine).object()).containsEntry("running", true);
    assertThat(shop.provider.book().after(0)).isEqualTo(entries);
  }

  /** Leases end during an outage, with nobody asking: the provider's own thread sees to it. */
  @Test
  void timePassesByItself() throws InterruptedException {
    shop.launch(shop.funded(5), Customer.order());
    shop.provider.unplug();
    shop.clock.forward(Shop.DAY.length());
    var end = Instant.now().plusSeconds(20);
    while (!shop.machines.standing().isEmpty()) {
      assertThat(Instant.now()).as("within 20 s").isBefore(end);
      Thread.sleep(5);
      shop.clock.forward(Duration.ofSeconds(1));
    }
    assertThat(shop.provider.book().all(Event.Ended.class)).hasSize(1);
  }

  /** Closing answers nobody, wipes every machine, keeps the book, and may be done twice. */
  @Test
  void closing() {
    shop.launch(shop.funded(5), Customer.order());
    shop.provider.close();
    shop.provider.close();
    assertThat(shop.machines.standing()).isEmpty();
    assertThat(shop.provider.book().all(Event.Launched.class)).hasSize(1);
    assertThatThrownBy(() -> shop.customer.send("GET", "/aup", "", Duration.ofSeconds(5)))
        .isInstanceOf(IOException.class);
  }

  /** Two providers cannot have one address. */
  @Test
  void takenAddress() {
    var taken = new InetSocketAddress(shop.provider.uri().getHost(), shop.provider.uri().getPort());
    var ports =
        new Ports(shop.till, shop.machines, shop.rate::get, shop.clock, new SplittableRandom(1));
    assertThatThrownBy(() -> SandboxProvider.open(taken, Terms.of(Shop.DAY), ports))
        .isInstanceOf(IOException.class);
  }
}
