package org.bulbil.evolve.world;

import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import sim.engine.SimState;
import sim.engine.Steppable;
import sim.engine.Stoppable;

/**
 * The rounds as MASON makes them: every relay is an agent, scheduled to be stepped once a day. What
 * an agent does in its step is the very code that runs elsewhere, on the same state, with the same
 * random numbers, so that the outcome is the same and only the engine differs.
 */
final class MasonRounds implements Rounds {

  private final SimState mason;
  private final Population relays;
  private Tally tally = new Tally();
  private int agents;

  MasonRounds(Population relays, long seed) {
    this.relays = relays;
    this.mason = new SimState(seed);
    mason.start();
  }

  @Override
  public Tally live(Living living, int slots) {
    while (agents < slots) {
      var agent = new Relay(agents++, living);
      agent.schedule = mason.schedule.scheduleRepeating(agent);
    }
    tally = new Tally();
    mason.schedule.step(mason);
    return inOrder(tally);
  }

  /** MASON steps in an order of its own; children are born in the order of their parents. */
  private static Tally inOrder(Tally tally) {
    var ordered = new Tally();
    var births = IntStream.range(0, tally.births()).boxed().toList();
    ordered.addSums(tally);
    births.stream()
        .sorted(Comparator.comparingInt(tally::parent))
        .forEach(
            birth -> ordered.birth(tally.parent(birth), tally.endowment(birth), tally.gift(birth)));
    return ordered;
  }

  @Override
  public void share(int parts, IntConsumer part) {
    IntStream.range(0, parts).forEach(part);
  }

  @Override
  public boolean needsSlots() {
    return true;
  }

  /** One agent. */
  private final class Relay implements Steppable {

    private static final long serialVersionUID = 1L;

    private final int slot;
    private final transient Living living;
    private Stoppable schedule = () -> {};

    Relay(int slot, Living living) {
      this.slot = slot;
      this.living = living;
    }

    @Override
    public void step(SimState state) {
      living.live(slot, slot + 1, tally);
      if (!relays.isAlive(slot)) {
        schedule.stop();
      }
    }
  }
}
