package org.bulbil.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account from the chain, against what the relays' purses know they did. */
final class AccountTest {

  private static final int ACTS = 60;

  /** A purse with a memory, as an agent has one. */
  private static final class Diarist {
    final String hostname;
    final SandboxPurse purse;
    Statement statement = Statement.EMPTY;

    Diarist(Village village, String hostname) {
      this.hostname = hostname;
      this.purse = village.wallet(hostname);
      village.launch(hostname);
      village.list(hostname, purse, Presence.RUNNING);
    }
  }

  private final Village village = new Village();

  private Statement ofChain(Diarist relay) {
    return village.witness.accounts().stream()
        .filter(account -> account.relay().hostname().equals(relay.hostname))
        .findFirst()
        .orElseThrow()
        .statement();
  }

  /** After any acts in any order the two are equal to the satoshi, for each relay. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void chainAndDiariesAgree(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var relays = new ArrayList<Diarist>();
    for (var name : List.of("anna", "ben", "cleo", "dora")) {
      relays.add(new Diarist(village, name));
    }
    for (int act = 0; act < ACTS; act++) {
      act(random, relays);
      if (random.nextInt(3) == 0) {
        village.mine();
        village.witness.look();
      }
    }
    village.mine();
    village.witness.look();
    for (var relay : relays) {
      assertThat(ofChain(relay))
          .as("seed %d, %s", seed, relay.hostname)
          .isEqualTo(relay.statement.withHeld(relay.purse.balance()));
    }
    assertThat(Account.sum(village.witness.accounts()).residue()).isZero();
  }

  private void act(RandomGenerator random, List<Diarist> relays) {
    var relay = relays.get(random.nextInt(relays.size()));
    var sats = Sats.of(random.nextLong(1000, 20_000));
    var enough = relay.purse.spendable().covers(sats.plus(Sats.of(10_000)));
    switch (enough ? random.nextInt(4) : 0) {
      case 0 -> receive(relay, sats);
      case 1 -> payRent(relay, sats, random);
      case 2 -> giveStartGift(relay, relays.get(random.nextInt(relays.size())), sats);
      default -> {
        var payment = village.pay(relay.purse, village.beneficiary, sats.value());
        relay.statement = relay.statement.withGiven(sats).withFees(Sats.of(village.fee(payment)));
      }
    }
  }

  private void receive(Diarist relay, Sats sats) {
    village.pay(village.donor, relay.purse.address(), sats.value());
    relay.statement = relay.statement.withReceived(sats);
  }

  /** For itself or for a child; sometimes with a second change address, as wallets do. */
  private void payRent(Diarist relay, Sats sats, RandomGenerator random) {
    var payments = new ArrayList<Payment>();
    payments.add(new Payment(village.invoice(village.token("x"), sats.value()), sats));
    if (random.nextBoolean()) {
      payments.add(new Payment(relay.purse.freshAddress(), Sats.of(3000)));
    }
    var payment = village.pay(relay.purse, payments);
    relay.statement = relay.statement.withRent(sats).withFees(Sats.of(village.fee(payment)));
  }

  private void giveStartGift(Diarist parent, Diarist child, Sats sats) {
    var payment = village.pay(parent.purse, child.purse.address(), sats.value());
    parent.statement = parent.statement.withFees(Sats.of(village.fee(payment)));
    if (parent != child) {
      parent.statement = parent.statement.withGiven(sats);
      child.statement = child.statement.withReceived(sats);
    }
  }

  /** What the dead still have, and what is sent to them, is lost. */
  @Test
  void coinsOfTheDeadAreLost() {
    var anna = new Diarist(village, "anna");
    village.witness.look();
    receive(anna, Sats.of(7000));
    village.mine();
    village.end("anna");
    receive(anna, Sats.of(500));
    village.mine();
    village.witness.look();
    assertThat(ofChain(anna))
        .isEqualTo(Statement.EMPTY.withReceived(Sats.of(7500)).withLost(Sats.of(7500)));
  }
}
