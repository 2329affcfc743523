package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bulbil.agent.launch.Founder.State;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.bulbil.hosting.ServerOrder;
import org.junit.jupiter.api.Test;

/**
 * A launch is killed before, in and after every single write, and nothing is bought twice or lost.
 */
class LaunchCrashTest {

  private static final int RELAYS = 4;
  private static final int TURNS = 80;

  /** The process ends here. */
  private static final class Kill extends Error {
    private static final long serialVersionUID = 1L;

    Kill() {
      super("killed", null, false, false);
    }
  }

  /** Counts moments and strikes at some of them. */
  private static final class Reaper {
    private final int from;
    private final int every;
    private int moments;
    private int kills;

    /** Strikes at moment {@code from}, and at each {@code every}th after that; 0 for once only. */
    Reaper(int from, int every) {
      this.from = from;
      this.every = every;
    }

    void at(Moment moment, String file) {
      moments++;
      if (moments == from || (every > 0 && moments > from && (moments - from) % every == 0)) {
        kills++;
        throw new Kill();
      }
    }
  }

  @Test
  void aKillAtAnyWriteCostsNothing() throws InterruptedException {
    int moments = live(new Reaper(Integer.MAX_VALUE, 0));
    assertThat(moments).isGreaterThan(100);
    for (int at = 1; at <= moments; at++) {
      live(new Reaper(at, 0));
    }
  }

  @Test
  void manyKillsInOneLaunchCostNothing() throws InterruptedException {
    for (int every = 7; every < 60; every += 4) {
      live(new Reaper(every, every));
    }
  }

  /** A launch from an empty folder to its end, under the reaper's eyes; answers its moments. */
  private static int live(Reaper reaper) throws InterruptedException {
    try (var yard = new Yard(2, 2)) {
      yard.disk.meet(reaper::at);
      int kills = 0;
      for (int turn = 0; turn < TURNS; turn++) {
        try {
          if (step(yard)) {
            break;
          }
        } catch (Kill kill) {
          kills++;
          yard.disk.meet((_, _) -> {});
          yard.crash();
          yard.disk.meet(reaper::at);
        }
      }
      yard.disk.meet((_, _) -> {});
      check(yard, "killed %d times, first at moment %d".formatted(kills, reaper.from));
      assertThat(kills).isEqualTo(reaper.kills);
      return reaper.moments;
    }
  }

  /** What the command does; answers whether it is over. */
  private static boolean step(Yard yard) throws InterruptedException {
    if (!yard.launch().isAgreed()) {
      yard.agree();
    }
    if (!yard.isPaid()) {
      yard.pay();
    }
    return yard.turn().isOver();
  }

  private static void check(Yard yard, String how) {
    assertThat(yard.launch().founders())
        .as(how)
        .hasSize(RELAYS)
        .extracting(Founder::state)
        .containsOnly(State.JOINED);
    assertThat(yard.orders().stream().map(ServerOrder::hostname))
        .as(how)
        .hasSize(RELAYS)
        .doesNotHaveDuplicates();
    assertThat(yard.invoices().stream().filter(invoice -> invoice.isPaid()))
        .as(how)
        .hasSize(RELAYS);
    assertThat(yard.invoices())
        .as(how)
        .allMatch(
            invoice ->
                invoice.isPaid()
                    ? yard.paidFor(invoice).equals(invoice.request().amount())
                    : yard.paidFor(invoice).isZero());
    assertThat(yard.launch().account().orElseThrow().difference()).as(how).isZero();
    assertThat(yard.launch().account().orElseThrow().foreign().isZero()).as(how).isTrue();
  }
}
