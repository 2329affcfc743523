package org.bulbil.agent.survive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.LivingAgent;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Lease;

/** One relay, from its launch to after its end. */
final class RelayLife {

  private static final int FIRST_DAYS_LEAST = 3;
  private static final int FIRST_DAYS_MOST = 30;
  private static final double FIRST_CREDIT = 0.3;

  /** A reorganisation cannot reach what happened before so many blocks. */
  private static final int BLOCKS_AFTER_THE_END = 8;

  private static final Duration CLOCK_STEP_SMALLEST = Duration.ofMinutes(1);
  private static final Duration CLOCK_STEP_LARGEST = Duration.ofDays(400);

  private final World world;
  private final Sabotage sabotage;
  private final Tenant tenant;
  private final BirthStep stuck;
  private final Directory directory;
  private final Miner miner;
  private final Donors donors;
  private final ActWatch acts;
  private final Landlord landlord;
  private final Liars liars;
  private final Cashier cashier;
  private final Machine machine;
  private final Pace pace;
  private final Dice clockDice;
  private final Dice forgerDice;
  private Optional<Observer> observer = Optional.empty();
  private boolean gaveAway;

  RelayLife(World world, int number, Sabotage sabotage) {
    this.world = world;
    this.sabotage = sabotage;
    var dice = world.dice;
    tenant =
        new Tenant(
            world,
            new Hostname("bulbil" + number),
            dice.between(FIRST_DAYS_LEAST, FIRST_DAYS_MOST));
    if (dice.chance(FIRST_CREDIT)) {
      world.book.grant(tenant.token(), World.PLAN.rentFor(dice.between(1, 40)));
    }
    stuck =
        world.swarm.has(Fault.STUCK_BIRTH)
            ? dice.pick(List.of(BirthStep.values()))
            : BirthStep.NONE;
    directory = new Directory(world, tenant, dice.split(), stuck);
    miner = new Miner(world, dice.split());
    donors = new Donors(world, dice.split());
    acts = new ActWatch(world, tenant);
    landlord = new Landlord(world, tenant, dice.split());
    liars = new Liars(world, dice.split());
    cashier = new Cashier(world, tenant, dice.split(), stuck);
    pace = new Pace(world, tenant, dice.split());
    clockDice = dice.split();
    forgerDice = dice.split();
    var provider = sabotage.spoil(new StormyProvider(world, tenant, acts, stuck), tenant);
    machine =
        new Machine(
            world,
            Told.settings(world, tenant),
            provider,
            List.of(server(world.one), server(world.two)),
            directory,
            this::started,
            dice.split());
    if (sabotage.lacks(Protection.OUTBOX)) {
      machine.syncLater();
    }
    world.tally.count(Happening.RELAYS);
    world.diary.note("%s begins with %s", tenant.hostname(), tenant.credit());
  }

  private ChainSource server(ChainSource honest) {
    var behindWire =
        new StormyServer(
            honest, world.wire, transaction -> observer.orElseThrow().payments.sent(transaction));
    return sabotage.spoil(behindWire, () -> observer.orElseThrow());
  }

  private void started(LivingAgent agent) {
    var watching =
        observer.orElseGet(
            () -> new Observer(world, tenant, acts, directory, miner, machine.account()));
    observer = Optional.of(watching);
    watching.started(agent);
  }

  /** Lives until the server is gone, or it is {@code end}. */
  void run(Instant end) {
    while (tenant.lease().isLive() && world.now().isBefore(end)) {
      step(pace.next(machine.agent()));
    }
    machine.stop();
    close(end);
  }

  private void step(Duration pause) {
    world.pass(pause);
    world.swarm.turn(world.now(), world.diary);
    setClock();
    landlord.turn();
    observer.ifPresent(
        watching -> {
          donors.turn(watching.address());
          liars.turn(watching.address());
        });
    miner.turn(pause);
    liars.overrule();
    observer.ifPresent(watching -> sabotage.turn(world, watching, forgerDice));
    observer.ifPresent(this::look);
    world.launcher.turn(machine);
    directory.turn();
    if (tenant.lease().isLive()) {
      beat();
    }
  }

  private void look(Observer watching) {
    watching.turn();
    cashier.turn(watching.payments);
  }

  private void beat() {
    int troubles = world.wire.troubles();
    long refused = world.tally.of(Happening.FULL_DISKS);
    boolean wasAlive = machine.beat();
    acts.beatEnded(wasAlive && world.tally.of(Happening.FULL_DISKS) == refused);
    boolean isFair =
        wasAlive
            && world.wire.troubles() == troubles
            && liars.areSilent()
            && world.time.now().equals(world.now())
            && tenant.lease().state() == Lease.State.RUNNING;
    observer.ifPresent(watching -> after(watching, isFair));
  }

  private void after(Observer watching, boolean isFair) {
    watching.truth.turn();
    machine
        .agent()
        .ifPresentOrElse(
            agent -> watching.turn(agent, isFair), () -> watching.lease.turn(false, false));
    if (!gaveAway && watching.payments.gaveAway()) {
      gaveAway = true;
      donors.seeWill(watching.address());
    }
  }

  private void setClock() {
    if (world.swarm.strikes(Fault.CLOCK_STEP)) {
      var size =
          Duration.ofSeconds(
              clockDice.spread(CLOCK_STEP_SMALLEST.toSeconds(), CLOCK_STEP_LARGEST.toSeconds()));
      world.time.goWrongBy(clockDice.chance(0.5) ? size : size.negated());
      world.tally.count(Happening.CLOCK_STEPS);
      world.diary.note("the clock is set wrong by %s", size);
    } else if (!world.swarm.isOn(Fault.CLOCK_STEP)) {
      world.time.goWrongBy(Duration.ZERO);
    }
  }

  /** What was sent may still confirm. */
  private void close(Instant end) {
    if (world.now().isBefore(end)) {
      boolean ended = !world.now().isBefore(tenant.lease().expiry());
      world.tally.count(ended ? Happening.EXPIRIES : Happening.BANS);
      world.diary.note(ended ? "the lease ends" : "the server is gone");
    }
    miner.mine(BLOCKS_AFTER_THE_END);
    observer.ifPresent(Observer::turn);
  }
}
