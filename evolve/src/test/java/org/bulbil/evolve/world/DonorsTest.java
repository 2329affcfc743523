package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Decision;
import org.junit.jupiter.api.Test;

class DonorsTest {

  private static final Giving GIVING =
      new Giving(150, 0, new Sizes.LogNormal(400, 1.2, 10_000), 4, 0.6, 1, Ramp.NONE);

  @Test
  void giveTheBudgetOnAverage() {
    // Aim: G rent-days a day, whoever gives and however large gifts are.
    var donors = new Donors(GIVING, 28, 38, Worlds.seed(51));
    double cents = 0;
    int days = 2000;
    for (int day = 0; day < days; day++) {
      int gifts = donors.gifts(day, 28, 1);
      for (int k = 0; k < gifts; k++) {
        cents += donors.cents(donors.donor(day, k), day, k);
      }
    }
    assertThat(cents / days / 38).isCloseTo(150, within(5.0));
  }

  @Test
  void giveMoreToLargerPopulationsWhereTheScenarioSaysSo() {
    // Aim: G ∝ N^γ; a drought takes its share.
    var root = new Donors(growing(0.5), 28, 38, Worlds.seed(52));
    assertThat(mean(root, 4 * 28, 1)).isCloseTo(2 * mean(root, 28, 1), within(1.0));
    assertThat(mean(root, 28, 0.1)).isCloseTo(0.1 * mean(root, 28, 1), within(0.2));
  }

  private static Giving growing(double power) {
    return new Giving(150, power, GIVING.sizes(), 4, 0.6, 1, Ramp.NONE);
  }

  private static double mean(Donors donors, int alive, double generosity) {
    int sum = 0;
    for (int day = 0; day < 1000; day++) {
      sum += donors.gifts(day, alive, generosity);
    }
    return sum / 1000.0;
  }

  @Test
  void aFewGiveMost() {
    // Aim: rates differ as Gamma(0.5) does: the upper tenth gives about 46 % of the gifts.
    var donors = new Donors(GIVING.withBudget(15_000), 28, 38, Worlds.seed(53));
    var counts = new int[donors.count()];
    int gifts = 0;
    for (int day = 0; day < 365; day++) {
      int today = donors.gifts(day, 28, 1);
      for (int k = 0; k < today; k++, gifts++) {
        counts[donors.donor(day, k)]++;
      }
    }
    Arrays.sort(counts);
    int upper = Arrays.stream(counts, counts.length * 9 / 10, counts.length).sum();
    assertThat((double) upper / gifts).isBetween(0.40, 0.55);
  }

  @Test
  void loyalDonorsStayWithTheirRelayWhileItLives() {
    // Aim: with full loyalty a donor gives to one relay until that ends, then to another.
    var scenario = Worlds.simple(50, 1000, 1, Cents.dollars(1), new Sizes.Exponential(100), 0);
    var relays = new Population(new LightWallets(), scenario.rental(), 1);
    var breed = new Worlds.Simple("here", _ -> new Decision.Rest(""));
    for (int i = 0; i < 50; i++) {
      relays.add(breed, 0, 1000, 0, 0, 7);
    }
    var loyal = new Giving(50, 0, new Sizes.Exponential(100), 10, 1, 0, Ramp.NONE);
    var attention = new Attention(loyal);
    attention.look(relays, 0);
    var donors = new Donors(loyal, 50, 100, Worlds.seed(54));
    int chosen = donors.relay(3, 1, 0, relays, attention);
    for (int day = 2; day < 100; day++) {
      assertThat(donors.relay(3, day, 0, relays, attention)).isEqualTo(chosen);
    }
    relays.end(chosen);
    assertThat(donors.relay(3, 100, 0, relays, attention)).isNotEqualTo(chosen).isNotNegative();
  }
}
