package org.bulbil.agent.bequest;

import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.agent.bequest.BequestMessage.SweepMessage;
import org.bulbil.agent.settings.PayableAddress;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/**
 * The gate for bequests, whose senders may be anybody. Pure.
 *
 * <p>It knows nothing of the chain: whether the coins exist is found out when a sweep is sent. What
 * it lets through can do nothing but pay a beneficiary of our own list from coins whose owner
 * signed that.
 */
final class LegacyCheck {

  /** Three fees, and the same without the change of a payment on its way. */
  private static final int SWEEPS_MAX = 6;

  private static final int INPUTS_MAX = 500;

  /** A lease can be paid for a year ahead. */
  private static final Duration AHEAD_MAX = Duration.ofDays(400);

  /** Lock times below this are heights of blocks (BIP65). */
  private static final long TIMES_FROM = 500_000_000;

  private static final long FINAL = 0xffffffffL;

  private final Network network;
  private final Set<LockingScript> payees;

  LegacyCheck(Network network, Beneficiaries beneficiaries) {
    this.network = network;
    this.payees =
        beneficiaries.list().stream()
            .flatMap(entry -> PayableAddress.read(entry.address(), network).answer().stream())
            .map(Address::lockingScript)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Marks our own sentence among the library's exceptions. */
  private static final class BrokenRule extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BrokenRule(String message) {
      super(message);
    }
  }

  private static void must(boolean holds, String rule) {
    if (!holds) {
      throw new BrokenRule(rule);
    }
  }

  /**
   * What {@code message} leaves; refused with the rule that it breaks.
   *
   * @param testator whose message it must be
   */
  Outcome<Legacy> check(BequestMessage message, Kin testator, Instant now) {
    try {
      must(message.testator().equals(testator.fingerprint().value()), "it is another relay's");
      int count = message.sweeps().size();
      must(count >= 1 && count <= SWEEPS_MAX, "it has " + count + " sweeps");
      return Outcome.done(check(message.sweeps(), testator, now));
    } catch (BrokenRule e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    } catch (RuntimeException e) {
      return Outcome.refused("it is malformed: " + e, 0);
    }
  }

  private Legacy check(List<SweepMessage> messages, Kin testator, Instant now) {
    var sweeps = new ArrayList<Transaction>();
    var owners = new HashSet<LockingScript>();
    for (var message : messages) {
      var sweep = Transaction.read(HexFormat.of().parseHex(message.raw()));
      checkForm(sweep, now);
      owners.addAll(owners(sweep, message.values()));
      sweeps.add(sweep);
    }
    var first = sweeps.getFirst();
    must(
        sweeps.stream().allMatch(sweep -> sweep.lockTime == first.lockTime),
        "its sweeps are valid from different moments");
    must(Legacy.shared(sweeps).isPresent(), "its sweeps share no coin, so that two could confirm");
    checkOwners(owners, testator);
    return new Legacy(
        Instant.ofEpochSecond(first.lockTime),
        sweeps,
        Sats.of(first.txOut.getFirst().amount.toLong()));
  }

  private void checkForm(Transaction sweep, Instant now) {
    int inputs = sweep.txIn.size();
    must(inputs >= 1 && inputs <= INPUTS_MAX, "a sweep takes " + inputs + " coins");
    must(
        sweep.txOut.size() == 1
            && payees.contains(LockingScript.of(sweep.txOut.getFirst().publicKeyScript)),
        "a sweep pays somebody who is no beneficiary of ours");
    must(sweep.lockTime >= TIMES_FROM, "a sweep is valid at once");
    must(
        sweep.lockTime <= now.plus(AHEAD_MAX).getEpochSecond(),
        "a sweep is valid in more than " + AHEAD_MAX.toDays() + " days");
    must(
        sweep.txIn.stream().allMatch(input -> input.sequence < FINAL),
        "a sweep switches its lock time off");
  }

  /** The scripts of its coins, after a check of every signature against the stated values. */
  private static Set<LockingScript> owners(Transaction sweep, List<Long> values) {
    must(values.size() == sweep.txIn.size(), "it states the value of other coins");
    var coins = new HashMap<OutPoint, TxOut>();
    var owners = new HashSet<LockingScript>();
    long sum = 0;
    for (int i = 0; i < values.size(); i++) {
      var script = owner(sweep.txIn.get(i));
      owners.add(LockingScript.of(script));
      coins.put(
          sweep.txIn.get(i).outPoint,
          new TxOut(new Satoshi(Sats.of(values.get(i)).value()), script));
      sum = Math.addExact(sum, values.get(i));
    }
    must(sum >= sweep.txOut.getFirst().amount.toLong(), "a sweep pays more than it takes");
    sweep.correctlySpends(coins, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
    return owners;
  }

  /** A P2WPKH witness shows its key, and the key its script. */
  private static byte[] owner(TxIn input) {
    must(input.witness.stack.size() == 2, "a coin of another kind than ours");
    var key = new PublicKey(input.witness.stack.get(1));
    must(Crypto.isPubKeyCompressed(key.value.toByteArray()), "a key that is not compressed");
    return Script.write(Script.pay2wpkh(key));
  }

  /** Coins lie at the address that the testator publishes, and at one other: its change. */
  private void checkOwners(Set<LockingScript> owners, Kin testator) {
    var published = testator.wallet().flatMap(text -> Address.read(text, network).answer());
    owners.removeIf(
        owner -> published.map(Address::lockingScript).equals(java.util.Optional.of(owner)));
    must(owners.size() <= 1, "its coins belong to several others");
  }
}
