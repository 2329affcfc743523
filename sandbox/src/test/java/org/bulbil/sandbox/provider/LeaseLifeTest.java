package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.MachineId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a server's launch to its end, over days that pass by hand. */
class LeaseLifeTest {

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  /** A lease lasts exactly its days; then the machine is wiped, and the list is empty. */
  @Test
  void expiry() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order("days", 2));
    shop.days(1.99);
    assertThat(shop.machines.standing()).hasSize(1);
    shop.days(0.01);
    assertThat(shop.machines.standing()).isEmpty();
    assertThat(shop.servers(token, "")).isEmpty();
    assertThat(shop.servers(token, "?include_deleted=true")).hasSize(1);
    var server = shop.server(token, machine).object();
    assertThat(server)
        .containsEntry("running", false)
        .containsEntry("deleted", true)
        .containsEntry("deleted_at", server.get("expiration"))
        .containsEntry("deleted_by", "expiration");
    assertThat(endings())
        .containsExactly(new Event.Ended(new MachineId(machine), EndedBy.EXPIRATION));
  }

  /** A top-up moves the expiry by its days and takes their price. */
  @Test
  void topUp() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    var before = shop.server(token, machine).number("expiration");
    assertThat(shop.topUp(token, machine, 7).status()).isEqualTo(200);
    assertThat(shop.server(token, machine).number("expiration")).isEqualTo(before + 7 * 60);
    assertThat(shop.balance(token)).isEqualTo(500 - 8 * 38);
    shop.days(7.9);
    assertThat(shop.machines.standing()).hasSize(1);
  }

  /** More than a year ahead is refused, and that costs nothing. */
  @Test
  void yearAheadIsTheLimit() {
    var token = shop.funded(200);
    var machine = shop.launch(token, Customer.order("days", 90));
    for (int times = 0; times < 3; times++) {
      assertThat(shop.topUp(token, machine, 90).status()).isEqualTo(200);
    }
    var refused = shop.topUp(token, machine, 6);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("one year");
    assertThat(shop.balance(token)).isEqualTo(20_000 - 360 * 38);
    assertThat(shop.topUp(token, machine, 5).status()).isEqualTo(200);
  }

  /** A top-up needs money (402), sensible days (422), and a server of this token (404). */
  @Test
  void topUpRefused() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    assertThat(shop.topUp(token, machine, 90).status()).isEqualTo(402);
    assertThat(shop.topUp(token, machine, 0).status()).isEqualTo(422);
    assertThat(shop.topUp(token, machine, 91).status()).isEqualTo(422);
    assertThat(shop.topUp(shop.funded(5), machine, 1).status()).isEqualTo(404);
    assertThat(shop.topUp(token, "ss_m_nobody", 1).status()).isEqualTo(404);
    assertThat(shop.balance(token)).isEqualTo(462);
  }

  /** Autorenewal keeps a lease between six and seven days, a day at a time. */
  @Test
  void autorenewal() {
    var token = shop.funded(10);
    var machine = shop.launch(token, autorenewing(7));
    for (int day = 1; day <= 10; day++) {
      shop.days(1);
      var left =
          shop.server(token, machine).number("expiration") - shop.clock.now().getEpochSecond();
      assertThat(left).as("after day %d", day).isEqualTo(7 * 60);
    }
    assertThat(shop.balance(token)).isEqualTo(1_000 - 17 * 38);
  }

  /** A clock that jumps leaves the same result as one that creeps. */
  @Test
  void autorenewalOverAJump() {
    var token = shop.funded(10);
    shop.launch(token, autorenewing(7));
    shop.days(10);
    assertThat(shop.balance(token)).isEqualTo(1_000 - 17 * 38);
    assertThat(shop.machines.standing()).hasSize(1);
  }

  /**
   * Without money, autorenewal powers the server off. Funds alone do not start it; a start does,
   * and renews.
   */
  @Test
  void suspension() {
    var token = shop.funded(5);
    var machine = shop.launch(token, autorenewing(7));
    shop.days(7);
    var server = shop.server(token, machine).object();
    assertThat(server).containsEntry("running", false).containsEntry("deleted", false);
    assertThat(server.get("suspended_at")).isEqualTo("2026-11-22T12:07:00Z");
    assertThat(shop.customer.get("/token/" + token + "/info").number("suspended_servers"))
        .isEqualTo(1);
    assertThat(onlyNote().isOn()).isFalse();
    assertThat(shop.act(token, machine, "start").status()).isEqualTo(402);
    assertThat(shop.act(token, machine, "reboot").status()).isEqualTo(422);
    assertThat(shop.act(token, machine, "rebuild").status()).isEqualTo(422);
    shop.fund(token, 5);
    shop.days(1);
    assertThat(onlyNote().isOn()).as("funds alone do not start it").isFalse();
    assertThat(shop.act(token, machine, "start").status()).isEqualTo(200);
    assertThat(shop.server(token, machine).object())
        .containsEntry("running", true)
        .containsEntry("suspended_at", null);
    assertThat(onlyNote().boots()).isEqualTo(2);
  }

  /** With autorenewal off, a suspended server starts and burns what was paid, then ends. */
  @Test
  void burningTheRemainder() {
    var token = shop.funded(5);
    var machine = shop.launch(token, autorenewing(7));
    shop.days(7);
    shop.customer.patch(Shop.path(token, machine), Map.of("autorenew", false));
    assertThat(shop.act(token, machine, "start").status()).isEqualTo(200);
    shop.days(5);
    assertThat(onlyNote().isOn()).isTrue();
    shop.days(2);
    assertThat(shop.server(token, machine).text("deleted_by")).isEqualTo("expiration");
  }

  /** A suspended server that nobody starts ends at its expiry. */
  @Test
  void suspendedServersEnd() {
    var token = shop.funded(5);
    shop.launch(token, autorenewing(7));
    shop.days(30);
    assertThat(shop.machines.standing()).isEmpty();
    assertThat(shop.provider.book().all(Event.Suspended.class)).hasSize(1);
    assertThat(endings()).extracting(Event.Ended::by).containsExactly(EndedBy.EXPIRATION);
  }

  /** Stop, start and reboot keep the disk; rebuild empties it. */
  @Test
  void switching() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    shop.act(token, machine, "stop");
    assertThat(shop.server(token, machine).object()).containsEntry("running", false);
    assertThat(onlyNote().isOn()).isFalse();
    assertThat(shop.act(token, machine, "reboot").status()).isEqualTo(422);
    shop.act(token, machine, "start");
    shop.act(token, machine, "start");
    assertThat(onlyNote().boots()).as("a second start does nothing").isEqualTo(2);
    shop.act(token, machine, "reboot");
    assertThat(onlyNote()).extracting(PaperMachines.Note::boots).isEqualTo(3);
    assertThat(onlyNote().disks()).isEqualTo(1);
    shop.act(token, machine, "rebuild");
    assertThat(onlyNote().disks()).isEqualTo(2);
  }

  /** A deletion is for good: the machine is gone, the rest of the money stays spent. */
  @Test
  void deletion() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order("days", 5));
    assertThat(shop.customer.delete(Shop.path(token, machine)).status()).isEqualTo(200);
    assertThat(shop.machines.standing()).isEmpty();
    assertThat(shop.server(token, machine).text("deleted_by")).isEqualTo("manual");
    assertThat(shop.balance(token)).isEqualTo(500 - 5 * 38);
    for (var act : new String[] {"start", "stop", "reboot", "rebuild"}) {
      assertThat(shop.act(token, machine, act).status()).as(act).isEqualTo(422);
    }
    assertThat(shop.topUp(token, machine, 1).status()).isEqualTo(422);
    assertThat(shop.customer.delete(Shop.path(token, machine)).status()).isEqualTo(422);
  }

  /** Only what is deleted can be forgotten, and then it shows only where asked for. */
  @Test
  void forgetting() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    assertThat(shop.act(token, machine, "forget").status()).isEqualTo(422);
    shop.customer.delete(Shop.path(token, machine));
    assertThat(shop.act(token, machine, "forget").status()).isEqualTo(200);
    assertThat(shop.servers(token, "?include_deleted=true")).isEmpty();
    assertThat(shop.servers(token, "?include_deleted=true&include_forgotten=true"))
        .singleElement()
        .satisfies(
            server -> assertThat(server).containsEntry("forgotten_at", "2026-11-22T12:00:00Z"));
  }

  /** Ninety days after its end a server is gone from everywhere but the book. */
  @Test
  void deletedServersVanish() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order());
    shop.days(90.9);
    assertThat(shop.server(token, machine).status()).isEqualTo(200);
    shop.days(0.2);
    assertThat(shop.server(token, machine).status()).isEqualTo(404);
    assertThat(shop.provider.book().all(Event.Launched.class)).hasSize(1);
  }

  /** A hostname and autorenewal can be changed, each alone; null leaves things as they are. */
  @Test
  void updating() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order("days", 10));
    shop.customer.patch(Shop.path(token, machine), Map.of("hostname", "new name"));
    assertThat(shop.server(token, machine).object())
        .containsEntry("hostname", "new name")
        .containsEntry("autorenew", false);
    shop.customer.patch(Shop.path(token, machine), Map.of("autorenew", true));
    assertThat(shop.server(token, machine).object())
        .containsEntry("hostname", "new name")
        .containsEntry("autorenew", true);
    shop.customer.send("PATCH", Shop.path(token, machine), "{\"hostname\": null}");
    assertThat(shop.server(token, machine).text("hostname")).isEqualTo("new name");
  }

  /** A ban ends a server "by sporestack" at once, whatever was paid. */
  @Test
  void ban() {
    var token = shop.funded(5);
    var machine = shop.launch(token, Customer.order("days", 9));
    assertThat(shop.provider.ban(new MachineId(machine))).isTrue();
    assertThat(shop.provider.ban(new MachineId(machine))).isFalse();
    assertThat(shop.server(token, machine).text("deleted_by")).isEqualTo("sporestack");
    assertThat(shop.machines.standing()).isEmpty();
  }

  private static Map<String, Object> autorenewing(int days) {
    var order = Customer.order("days", days);
    order.put("autorenew", true);
    return order;
  }

  private PaperMachines.Note onlyNote() {
    assertThat(shop.machines.standing()).hasSize(1);
    return shop.machines.standing().values().iterator().next();
  }

  private List<Event.Ended> endings() {
    return shop.provider.book().all(Event.Ended.class);
  }
}
