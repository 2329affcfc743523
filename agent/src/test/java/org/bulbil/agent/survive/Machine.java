package org.bulbil.agent.survive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bulbil.agent.LivingAgent;
import org.bulbil.agent.relay.Keeper;
import org.bulbil.agent.settings.Settings;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.bitcoin.store.StoreException;
import org.bulbil.hosting.Provider;

/** The server: it runs the agent, stops in the middle of anything, and starts it again. */
final class Machine {

  private static final Duration OUTAGE = Duration.ofHours(14);

  private final World world;
  private final Path home;
  private final Settings settings;
  private final Provider provider;
  private final List<ChainSource> chain;
  private final Keeper keeper;
  private final Consumer<LivingAgent> onStart;
  private final Dice dice;
  private Optional<LivingAgent> agent = Optional.empty();
  private Instant offUntil = Instant.MIN;

  /**
   * @param onStart told of every start, before the first heartbeat
   */
  Machine(
      World world,
      Path home,
      Settings settings,
      Provider provider,
      List<ChainSource> chain,
      Keeper keeper,
      Consumer<LivingAgent> onStart,
      Dice dice) {
    this.world = world;
    this.home = home;
    this.settings = settings;
    this.provider = provider;
    this.chain = chain;
    this.keeper = keeper;
    this.onStart = onStart;
    this.dice = dice;
  }

  /** The wallet's keys, once it has some. */
  Account account() {
    return Account.of(Words.parse(read(home.resolve("seed"))), Network.REGTEST);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      Complaints.judge();
      return true;
    } catch (PowerCut cut) {
      crash(cut.where());
    } catch (StoreException full) {
      crash("by its disk: " + full.getMessage());
    }
    return false;
  }

  private LivingAgent start() {
    home.toFile().mkdirs();
    var started =
        LivingAgent.in(home, settings, provider, chain, keeper, world.time, dice.generator());
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
