package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulbil.agent.LivingAgent;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.SimulatedDisk.Moment;
import org.bulbil.hosting.Provider;

/** The server: it runs the agent, stops in the middle of anything, and starts it again. */
final class Machine {

  private static final int ENTRIES_SHOWN = 20;

  private static final Duration OUTAGE = Duration.ofHours(14);

  private final World world;
  private final SimulatedDisk disk = new SimulatedDisk();
  private final Settings settings;
  private final Provider provider;
  private final List<ChainSource> chain;
  private final Keeper keeper;
  private final Consumer<LivingAgent> onStart;
  private final Dice dice;
  private Optional<LivingAgent> agent = Optional.empty();
  private Instant offUntil = Instant.MIN;
  private Instant heard = Instant.MIN;

  /**
   * @param onStart told of every start, before the first heartbeat
   */
  Machine(
      World world,
      Settings settings,
      Provider provider,
      List<ChainSource> chain,
      Keeper keeper,
      Consumer<LivingAgent> onStart,
      Dice dice) {
    this.world = world;
    this.settings = settings;
    this.provider = provider;
    this.chain = chain;
    this.keeper = keeper;
    this.onStart = onStart;
    this.dice = dice;
    disk.meet(this::write);
  }

  private void write(Moment moment, String file) {
    if (world.swarm.strikes(Fault.CRASH_AT_WRITE)) {
      throw new PowerCut("at %s of %s".formatted(moment, file));
    }
    if (moment != Moment.COMMITTED && world.swarm.strikes(Fault.FULL_DISK)) {
      world.tally.count(Happening.FULL_DISKS);
      world.wire.trouble();
      throw SimulatedDisk.full();
    }
  }

  /** From now on nothing of a heartbeat is durable before its end. */
  void syncLater() {
    disk.syncLater();
  }

  /** The wallet's keys, once it has some. */
  Account account() {
    return disk.seed().account(Network.REGTEST);
  }

  Optional<LivingAgent> agent() {
    return agent;
  }

  /**
   * One heartbeat, if the machine runs.
   *
   * @return whether the agent was alive from its beginning to its end
   */
  boolean beat() {
    if (world.swarm.strikes(Fault.OUTAGE)) {
      crash("and stays off");
      offUntil = world.now().plus(dice.wait(OUTAGE));
    }
    if (world.now().isBefore(offUntil)) {
      return false;
    }
    world.tally.count(Happening.HEARTBEATS);
    try {
      var running = agent.orElseGet(this::start);
      agent = Optional.of(running);
      running.beat();
      disk.sync();
      hear(running);
      Complaints.judge();
      return true;
    } catch (PowerCut cut) {
      crash(cut.where());
    } catch (StoreException full) {
      crash("by its disk: " + full.getMessage());
    }
    return false;
  }

  /** Somebody brings an order; whether the relay says that it obeys. */
  boolean hear(SignedOrder order) {
    try {
      boolean obeys = agent.orElseThrow().hear(order);
      disk.sync();
      return obeys;
    } catch (PowerCut cut) {
      crash(cut.where());
    } catch (StoreException full) {
      crash("by its disk: " + full.getMessage());
    }
    return false;
  }

  /** In a trace, also what the agent writes down. */
  private void hear(LivingAgent running) {
    if (world.diary.isAloud()) {
      var entries = running.newest(ENTRIES_SHOWN);
      entries.reversed().stream()
          .filter(entry -> entry.at().isAfter(heard))
          .forEach(entry -> world.diary.note("      agent: %s %s", entry.kind(), entry.words()));
      heard = entries.isEmpty() ? heard : entries.getFirst().at();
    }
  }

  private LivingAgent start() {
    var started =
        LivingAgent.in(disk, settings, provider, chain, keeper, world.time, dice.generator());
    onStart.accept(started);
    return started;
  }

  private void crash(String words) {
    world.tally.count(Happening.CRASHES);
    world.diary.note("the machine stops %s", words);
    stop();
  }

  void stop() {
    agent.ifPresent(LivingAgent::close);
    agent = Optional.empty();
    Complaints.forget();
  }
}
