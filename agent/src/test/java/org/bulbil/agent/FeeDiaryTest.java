package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Day;
import org.junit.jupiter.api.Test;

/** Low is what was so low on one day of four, of the last ninety. */
class FeeDiaryTest {

  private final TestingTime time = new TestingTime();
  private final SimulatedDisk disk = new SimulatedDisk();
  private FeeDiary diary = opened();

  private FeeDiary opened() {
    return new FeeDiary(Journal.open(disk.file("journal.db"), time), Day.REAL, time);
  }

  private void day(long rate) {
    diary.note(FeeRate.ofSatPerVb(rate + 30));
    diary.note(FeeRate.ofSatPerVb(rate));
    diary.note(FeeRate.ofSatPerVb(rate + 20));
    time.pause(Duration.ofDays(1));
  }

  @Test
  void inTheFirstWeekNothingIsLow() {
    for (int i = 1; i <= 6; i++) {
      day(i);
    }
    assertThat(diary.low()).isEmpty();
    assertThat(diary.usual()).isEmpty();
    day(7);
    assertThat(diary.low()).contains(FeeRate.ofSatPerVb(2));
    assertThat(diary.usual()).contains(FeeRate.ofSatPerVb(4));
  }

  @Test
  void itSurvivesAStartAndForgetsWhatIsOld() {
    for (int i = 0; i < 50; i++) {
      day(1);
    }
    diary = opened();
    for (int i = 0; i < 95; i++) {
      day(9);
    }
    assertThat(diary.low()).contains(FeeRate.ofSatPerVb(9));
  }
}
