package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.bulbil.agent.launch.Founder.State;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.bulbil.hosting.ServerOrder;
import org.junit.jupiter.api.Test;

/**
 * A launch is killed before, in and after every single write, and nothing is bought twice or lost.
 */
class LaunchCrashTest {

  private static final int TURNS = 200;

  /** The process ends here. */
  private static final class Kill extends Error {
    private static final long serialVersionUID = 1L;

    Kill() {
      super("killed", null, false, false);
    }
  }

  /** Counts moments and strikes at some of them. */
  private static final class Reaper {
    private final IntUnaryOperator next;
    private int strikesAt;
    private int moments;
    private int kills;

    /**
     * @param next after how many moments it strikes, by how often it has struck
     */
    Reaper(IntUnaryOperator next) {
      this.next = next;
      this.strikesAt = next.applyAsInt(0);
    }

    void at(Moment moment, String file) {
      moments++;
      if (moments == strikesAt) {
        kills++;
        strikesAt += next.applyAsInt(kills);
        throw new Kill();
      }
    }
  }

  private static final int NEVER = 1_000_000;

  @Test
  void aKillAtAnyWriteCostsNothing() throws InterruptedException {
    int moments = live(1, new Reaper(_ -> NEVER), "never");
    assertThat(moments).isGreaterThan(100);
    for (int at = 1; at <= moments; at++) {
      int first = at;
      live(1, new Reaper(kills -> kills == 0 ? first : NEVER), "at moment " + at);
    }
  }

  @Test
  void manyKillsInOneLaunchCostNothing() throws InterruptedException {
    long seed = Long.getLong("seed", System.nanoTime());
    var dice = new Random(seed);
    for (int life = 0; life < 10; life++) {
      live(2, new Reaper(_ -> dice.nextInt(20, 200)), "many times, -Dseed=" + seed);
    }
  }

  /** A launch from an empty folder to its end, under the reaper's eyes; answers its moments. */
  private static int live(int perRegion, Reaper reaper, String how) throws InterruptedException {
    try (var yard = new Yard(2, perRegion)) {
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
      check(yard, 2 * perRegion, "killed %s, %d times".formatted(how, kills));
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

  private static void check(Yard yard, int relays, String how) {
    assertThat(yard.launch().founders())
        .as(how)
        .hasSize(relays)
        .extracting(Founder::state)
        .containsOnly(State.JOINED);
    assertThat(yard.orders().stream().map(ServerOrder::hostname))
        .as(how)
        .hasSize(relays)
        .doesNotHaveDuplicates();
    assertThat(yard.invoices().stream().filter(invoice -> invoice.isPaid()))
        .as(how)
        .hasSize(relays);
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
