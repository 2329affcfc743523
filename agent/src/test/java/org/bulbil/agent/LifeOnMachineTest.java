package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bulbil.agent.journal.Entry;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.core.money.Cents;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.hosting.testing.Act;
import org.bulbil.hosting.testing.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where paid days stick to the machine, the same agent lives from bills alone. */
class LifeOnMachineTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir(factory = MemoryFolder.class)
  Path home;

  private TestingLife life;

  @BeforeEach
  void begin() {
    life = TestingLife.onMachine(TestingLife.memory(home), 10);
  }

  @AfterEach
  void end() {
    assertThat(life.account().difference()).isZero();
    life.close();
  }

  private List<String> told() {
    return life.household().journal().newest(1_000).stream().map(Entry::words).toList();
  }

  @Test
  void giftsBecomeDaysOfTheServerWithoutATopUp() {
    for (int month = 0; month < 4; month++) {
      life.give(30_000); // Thirty dollars, eleven weeks of rent.
      life.live(DAY.multipliedBy(30));
    }
    assertThat(life.lease().isLive()).isTrue();
    assertThat(life.leaseDays()).isGreaterThan(14);
    assertThat(life.credit()).isEqualTo(Cents.ZERO);
    assertThat(life.account().paid(Purpose.RENT).value()).isGreaterThan(20_000);
    assertThat(told()).isNotEmpty().noneMatch(words -> words.contains("top-up"));
  }

  /** What a banned server takes with it stays small: economics, days that stick to the machine. */
  @Test
  void aRichRelayKeepsTwoMonthsOnTheMachineAndPlantsNothing() {
    life.give(3_000_000);
    life.live(DAY.multipliedBy(20));
    assertThat(life.leaseDays()).isBetween(30.0, 62.0);
    assertThat(life.household().nursery().book().all()).isEmpty();
  }

  @Test
  void aPoorOneMakesItsWillInTime() {
    life.give(3_000);
    life.live(DAY.multipliedBy(11));
    assertThat(life.chain.balance(life.beneficiary).isPositive()).isTrue();
  }

  /** The answer to asking for a bill is lost, and the process is killed: nothing is paid twice. */
  @Test
  void aLostBillIsAskedForAgainAndPaidOnce() {
    life.provider.troubles().once(Act.INVOICE, Trouble.UNKNOWN_AFTER);
    life.give(30_000);
    life.live(Duration.ofHours(2));
    life.crash();
    life.live(DAY);
    assertThat(life.leaseDays()).isGreaterThan(10);
    var spent = life.account().paid(Purpose.RENT).value();
    var bought = (life.leaseDays() - 9) * 38 * 10; // 38 cents are 380 sat.
    assertThat((double) spent).isBetween(bought * 0.9, bought * 1.1);
  }
}
