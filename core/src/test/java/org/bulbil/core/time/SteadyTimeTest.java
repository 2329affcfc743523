package org.bulbil.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A leaping wall clock is noticed and not followed until two witnesses agree. */
class SteadyTimeTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private final World world = new World();
  private final SteadyTime time = new SteadyTime(world, () -> world.elapsed, TOLERANCE);

  /** True time, and a wall clock that may be set to anything. */
  private static final class World implements Time {
    private Duration elapsed = Duration.ZERO;
    private Duration error = Duration.ZERO;

    void pass(Duration span) {
      elapsed = elapsed.plus(span);
    }

    Instant truth() {
      return START.plus(elapsed);
    }

    @Override
    public Instant now() {
      return truth().plus(error);
    }

    @Override
    public void pause(Duration length) {
      pass(length);
    }
  }

  private Testimony provider(Instant says) {
    return Testimony.around("the provider", says, Duration.ofMinutes(1));
  }

  private Testimony block(Instant says) {
    return new Testimony("the newest block", says.minus(HOUR), says.plus(HOUR));
  }

  @Test
  void slowDriftIsFollowedInSilence() {
    for (int i = 0; i < 100; i++) {
      world.pass(HOUR);
      world.error = world.error.plusSeconds(20);
      assertThat(time.check(List.of())).isEmpty();
    }
    assertThat(time.now()).isEqualTo(world.now());
    assertThat(time.isDoubted()).isFalse();
  }

  @Test
  void aLeapOfADayForwardIsToldOnceAndNotFollowed() {
    world.pass(HOUR);
    world.error = Duration.ofDays(1);
    assertThat(time.leaps()).isTrue();
    assertThat(time.now()).isEqualTo(world.truth());
    assertThat(time.check(List.of()))
        .hasValueSatisfying(told -> assertThat(told).contains("leapt"));
    world.pass(HOUR);
    assertThat(time.check(List.of())).isEmpty();
    assertThat(time.now()).isEqualTo(world.truth());
  }

  @Test
  void aLeapBackIsNotFollowed() {
    world.error = Duration.ofDays(-30);
    time.check(List.of());
    world.pass(HOUR);
    assertThat(time.now()).isEqualTo(world.truth());
    assertThat(time.isDoubted()).isTrue();
  }

  @Test
  void oneWitnessAloneMovesNothing() {
    world.error = Duration.ofDays(1);
    time.check(List.of(provider(world.now())));
    assertThat(time.now()).isEqualTo(world.truth());
  }

  @Test
  void aClockThatWasSetRightIsFollowedOnceTwoWitnessesAgreeWithIt() {
    world.error = Duration.ofDays(-2);
    var late = new SteadyTime(world, () -> world.elapsed, TOLERANCE);
    world.error = Duration.ZERO;
    assertThat(late.check(List.of())).isPresent();
    assertThat(late.now()).isEqualTo(world.truth().minus(Duration.ofDays(2)));
    assertThat(late.check(List.of(provider(world.truth()), block(world.truth())))).isPresent();
    assertThat(late.now()).isEqualTo(world.truth());
    assertThat(late.isDoubted()).isFalse();
  }

  @Test
  void whoStartsWithAWrongClockGoesByTwoWitnesses() {
    world.error = Duration.ofDays(400);
    var wrong = new SteadyTime(world, () -> world.elapsed, TOLERANCE);
    wrong.check(List.of(provider(world.truth()), block(world.truth())));
    assertThat(Duration.between(world.truth(), wrong.now()).abs())
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(wrong.isDoubted()).isTrue();
  }

  @Test
  void whoContradictsTwoOthersIsNotHeard() {
    world.error = Duration.ofDays(1);
    time.check(
        List.of(
            provider(world.now()),
            block(world.truth()),
            new Testimony("tor", world.truth().minus(HOUR), world.truth().plus(HOUR))));
    assertThat(time.now()).isEqualTo(world.truth());
  }

  @Test
  void aVagueWitnessDoesNotHelpALiarToMoveUs() {
    var lie = world.truth().plus(Duration.ofMinutes(55));
    assertThat(time.check(List.of(provider(lie), block(world.truth())))).isEmpty();
    assertThat(time.now()).isEqualTo(world.truth());
  }

  @Test
  void witnessesThatContradictOneAnotherDecideNothing() {
    world.error = Duration.ofDays(1);
    time.check(List.of(provider(world.now()), block(world.truth())));
    assertThat(time.now()).isEqualTo(world.truth());
    assertThat(time.isDoubted()).isTrue();
  }

  @Test
  void anEarlierRunsTimeIsAFloor() {
    world.error = Duration.ofDays(-3);
    var again = new SteadyTime(world, () -> world.elapsed, TOLERANCE);
    assertThat(again.notBefore(world.truth())).isPresent();
    assertThat(again.now()).isEqualTo(world.truth());
    assertThat(again.notBefore(world.truth().minus(HOUR))).isEmpty();
  }

  /** At a start there is no leap to notice: the first clock seen may be wrong by a year. */
  @Test
  void aStartIsNotConfirmedBeforeAWitnessHasShownTheSameTime() {
    world.error = Duration.ofDays(27);
    var wrong = new SteadyTime(world, () -> world.elapsed, TOLERANCE);
    wrong.check(List.of());
    wrong.check(List.of(block(world.truth())));
    assertThat(wrong.isConfirmed()).isFalse();
    wrong.check(List.of(provider(world.truth()), block(world.truth())));
    assertThat(wrong.isConfirmed()).isTrue();
    world.error = Duration.ZERO;
    var right = new SteadyTime(world, () -> world.elapsed, TOLERANCE);
    right.check(List.of(block(world.truth().plusSeconds(60))));
    assertThat(right.isConfirmed()).isTrue();
  }

  @Test
  void aTestimonyThatEndsBeforeItBeginsIsRefused() {
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> new Testimony("tor", START, START.minusSeconds(1)));
  }
}
