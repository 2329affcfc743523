package org.bulbil.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bulbil.agent.launch.Turn;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;

/** Aim: a person is told once what to send, and again only when that is not enough. */
class OpenRequestTest {

  private final OpenRequest request = new OpenRequest(Sats.of(12_649));

  private static Turn turn(long hoped, long held, long missing) {
    return new Turn(List.of(), Sats.of(hoped), Sats.of(held), Sats.of(missing), Optional.empty());
  }

  /** The first turn knew no prices yet and missed nothing; then a second amount was asked for. */
  @Test
  void aTurnThatKnowsNoPriceDoesNotForgetWhatWasAskedFor() {
    assertThat(request.after(turn(0, 0, 0))).isEmpty();
    assertThat(request.after(turn(0, 0, 12_409))).isEmpty();
  }

  @Test
  void moreThanWasAskedForIsAskedFor() {
    assertThat(request.after(turn(0, 0, 13_000))).contains(Sats.of(13_000));
    assertThat(request.after(turn(0, 0, 13_000))).isEmpty();
  }

  @Test
  void whatIsOnTheWayIsNotAskedForAgain() {
    assertThat(request.after(turn(12_649, 0, 12_700))).isEmpty();
  }

  @Test
  void whenItHasComeAndIsNotEnoughTheRestIsAskedFor() {
    assertThat(request.after(turn(12_649, 0, 0))).isEmpty();
    assertThat(request.after(turn(0, 12_649, 300))).contains(Sats.of(300));
  }
}
