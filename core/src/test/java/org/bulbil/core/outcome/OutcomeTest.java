package org.bulbil.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An outcome keeps what it is through every change of its answer. */
class OutcomeTest {

  private static final List<Outcome<Integer>> ALL =
      List.of(
          Outcome.done(0),
          Outcome.done(1),
          Outcome.done(6),
          Outcome.refused("no", 402),
          Outcome.unknown("silence"));

  private static Outcome<Integer> half(int n) {
    return n % 2 == 0 ? Outcome.done(n / 2) : Outcome.refused("odd", 422);
  }

  private static Outcome<Integer> less(int n) {
    return n > 0 ? Outcome.done(n - 1) : Outcome.unknown("nothing below");
  }

  @Test
  void keepsTheLawsOfAMonad() {
    assertThat(Outcome.done(6).flatMap(OutcomeTest::half)).isEqualTo(half(6));
    for (var outcome : ALL) {
      assertThat(outcome.flatMap(Outcome::done)).isEqualTo(outcome);
      assertThat(outcome.flatMap(OutcomeTest::half).flatMap(OutcomeTest::less))
          .isEqualTo(outcome.flatMap(n -> half(n).flatMap(OutcomeTest::less)));
      assertThat(outcome.map(n -> n + 1)).isEqualTo(outcome.flatMap(n -> Outcome.done(n + 1)));
    }
  }

  @Test
  void refusedAndUnknownNeverBecomeOneAnother() {
    assertThat(Outcome.<Integer>refused("no", 402).map(n -> n + 1))
        .isEqualTo(Outcome.refused("no", 402));
    assertThat(Outcome.<Integer>unknown("silence").map(n -> n + 1))
        .isEqualTo(Outcome.unknown("silence"));
  }

  @Test
  void onlyDoneHasAnAnswer() {
    assertThat(Outcome.done(1).answer()).contains(1);
    assertThat(Outcome.refused("no", 402).answer()).isEmpty();
    assertThat(Outcome.unknown("silence").answer()).isEmpty();
  }

  @Test
  void whoeverNeedsAnAnswerIsToldWhyThereIsNone() {
    assertThat(Outcome.done(1).orElseThrow(IllegalStateException::new)).isEqualTo(1);
    assertThatThrownBy(() -> Outcome.refused("no", 402).orElseThrow(IllegalStateException::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no");
    assertThatThrownBy(() -> Outcome.unknown("silence").orElseThrow(IllegalStateException::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("silence");
  }

  @Test
  void summarisesItselfInOneLine() {
    assertThat(ALL.stream().map(Outcome::summary))
        .containsExactly("done", "done", "done", "refused (402): no", "unknown: silence");
  }
}
