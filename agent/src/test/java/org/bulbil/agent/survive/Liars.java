package org.bulbil.agent.survive;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.FeeEstimates;
import org.bulbil.bitcoin.testing.TestingChainSource;
import org.bulbil.core.money.FeeRate;

/** Chain servers that are down, behind or lying; one of the two at a time does each. */
final class Liars {

  private static final int BEHIND_MOST = 8;

  private static final List<FeeRate> ABSURD =
      List.of(new FeeRate(1), FeeRate.ofSatPerVb(1), FeeRate.ofSatPerVb(2_000));

  private final World world;
  private final Dice dice;
  private final TestingChainSource sleeper;
  private final TestingChainSource liar;
  private final List<TxId> omitted = new ArrayList<>();
  private int invented;
  private boolean isBehind;

  Liars(World world, Dice dice) {
    this.world = world;
    this.dice = dice;
    sleeper = dice.chance(0.5) ? world.one : world.two;
    liar = dice.chance(0.5) ? world.one : world.two;
  }

  /** Whether both servers are up and tell the truth. */
  boolean areSilent() {
    return !world.swarm.isOn(Fault.CHAIN_SERVER_DOWN)
        && !isBehind
        && invented == 0
        && omitted.isEmpty()
        && !world.swarm.isOn(Fault.ABSURD_FEES);
  }

  void turn(Address relay) {
    if (world.swarm.isOn(Fault.CHAIN_SERVER_DOWN)) {
      sleeper.goDown();
    } else {
      sleeper.comeUp();
    }
    fallBehind();
    invent(relay);
    omit();
  }

  /** After everybody was told what space in blocks costs. */
  void overrule() {
    if (world.swarm.isOn(Fault.ABSURD_FEES)) {
      liar.estimate(FeeEstimates.flat(dice.pick(ABSURD)));
    }
  }

  private void fallBehind() {
    boolean wanted = world.swarm.isOn(Fault.CHAIN_SERVER_BEHIND);
    if (wanted != isBehind) {
      isBehind = wanted;
      sleeper.fallBehind(wanted ? dice.between(1, BEHIND_MOST) : 0);
    }
  }

  private void invent(Address relay) {
    if (world.swarm.strikes(Fault.INVENTED_COINS)) {
      var lie = gift(relay, ++invented);
      liar.invent(lie);
      lied("a gift %s is made up", TxId.of(lie));
    } else if (invented > 0 && !world.swarm.isOn(Fault.INVENTED_COINS)) {
      liar.comeClean();
      invented = 0;
    }
  }

  /** From a coin that does not exist. */
  static Transaction gift(Address relay, int number) {
    var nowhere = ByteBuffer.allocate(32).putInt(number).putInt(0xbad).array();
    return new Transaction(
        2,
        List.of(new TxIn(new OutPoint(new TxHash(nowhere), 0), 0xfffffffdL)),
        List.of(new TxOut(new Satoshi(150_000), relay.lockingScript().bytes())),
        0);
  }

  private void omit() {
    if (world.swarm.strikes(Fault.OMITTED_TRANSACTIONS)) {
      var waiting = world.chain.waiting();
      if (!waiting.isEmpty()) {
        var victim = TxId.of(dice.pick(waiting));
        omitted.add(victim);
        liar.omit(victim);
        lied("%s is left out", victim);
      }
    } else if (!world.swarm.isOn(Fault.OMITTED_TRANSACTIONS)) {
      omitted.forEach(liar::mention);
      omitted.clear();
    }
  }

  private void lied(String form, TxId about) {
    world.tally.count(Happening.LIES);
    world.diary.note(form, about);
  }
}
