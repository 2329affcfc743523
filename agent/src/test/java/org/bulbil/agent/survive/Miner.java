package org.bulbil.agent.survive;

import java.time.Duration;
import java.util.Map;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.core.money.FeeRate;

/** Makes blocks, sets what space in them costs, and takes blocks and waiting payments back. */
final class Miner {

  /** A reorganisation deeper than what everybody takes as final would be another subject. */
  private static final int DEEPEST_REORGANISATION = 6;

  private static final double CHEAPEST = 0.1;
  private static final double DEAREST = 20;
  private static final int SPIKE = 100;
  private static final double STAYS_IN_A_BRANCH = 0.5;

  /** Blocks in one step at most; in quiet times there are fewer than there would be. */
  private static final int BLOCKS_A_STEP = 2;

  private final World world;
  private final Dice dice;
  private double level;

  Miner(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    this.level = dice.spread(CHEAPEST, 5.0);
    tellServers();
  }

  /** What a transaction pays at least to be in the next block. */
  FeeRate price() {
    double now = world.swarm.isOn(Fault.FEE_SPIKE) ? level * SPIKE : level;
    return FeeRate.capped(Math.max(FeeRate.RELAY_FLOOR.satPerKvb(), Math.round(now * 1000)));
  }

  void turn(Duration passed) {
    if (world.swarm.strikes(Fault.REORGANISATION)) {
      reorganise();
    }
    if (world.swarm.strikes(Fault.EVICTION)) {
      evict();
    }
    if (!world.swarm.strikes(Fault.SLOW_BLOCKS)) {
      mine(blocks(passed));
    }
    level = Math.clamp(level * dice.spread(0.8, 1.25), CHEAPEST, DEAREST);
    tellServers();
  }

  /** After hours there is always a block: the newest one is a clock, too. */
  private int blocks(Duration passed) {
    int count = dice.count(passed, World.BLOCK, BLOCKS_A_STEP);
    return passed.compareTo(World.BLOCK.multipliedBy(2)) > 0 ? Math.max(1, count) : count;
  }

  void mine(int count) {
    for (int i = 0; i < count; i++) {
      world.chain.mine(price());
      world.tally.count(Happening.BLOCKS);
    }
  }

  private void reorganise() {
    int depth = Math.min(dice.between(1, DEEPEST_REORGANISATION), world.chain.tip().height() - 2);
    if (depth > 0) {
      world.chain.reorganise(depth, _ -> dice.chance(STAYS_IN_A_BRANCH));
      world.tally.count(Happening.REORGANISATIONS);
      world.diary.note("%d blocks are replaced", depth);
    }
  }

  private void evict() {
    var waiting = world.chain.waiting();
    if (!waiting.isEmpty()) {
      var dropped = TxId.of(dice.pick(waiting));
      world.chain.evict(dropped);
      world.tally.count(Happening.EVICTIONS);
      world.diary.note("%s is evicted", dropped);
    }
  }

  /** Estimates are a little above what is needed, less for those who can wait. */
  private void tellServers() {
    var price = price().satPerKvb();
    var estimates =
        FeeEstimates.of(
            Map.of(
                1, FeeRate.capped(price * 3 / 2),
                2, FeeRate.capped(price * 5 / 4),
                6, FeeRate.capped(price * 11 / 10),
                144, FeeRate.capped(price)));
    world.servers().forEach(server -> server.estimate(estimates));
  }
}
