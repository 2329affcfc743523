package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/** What a node asks of a transaction before it relays it, beyond consensus. */
public final class StandardRules {

  /** Weight of the largest transaction that is relayed. */
  public static final int MAX_WEIGHT = 400_000;

  /** Shorter ones could be mistaken for an inner node of a merkle tree. */
  private static final int MIN_BYTES_WITHOUT_WITNESS = 65;

  private static final int MAX_SIGNATURE_SCRIPT_BYTES = 1650;

  /** Below what it costs to spend at 3 sat/vB an output is dust. */
  private static final FeeRate DUST_RATE = FeeRate.ofSatPerVb(3);

  private static final int SPEND_WITNESS_VBYTES = 67;
  private static final int SPEND_LEGACY_VBYTES = 148;

  private static final List<Rule<Spending>> RULES =
      List.of(
          it ->
              Breach.where(it.transaction().version < 1 || it.transaction().version > 2, "version"),
          it -> Breach.where(it.transaction().weight() > MAX_WEIGHT, "tx-size"),
          it -> Breach.where(bytesWithoutWitness(it) < MIN_BYTES_WITHOUT_WITNESS, "tx-size-small"),
          it -> firstOf(it.transaction().txIn, StandardRules::input),
          it -> firstOf(it.transaction().txOut, StandardRules::output),
          it -> firstOf(it.coins(), StandardRules::spentCoin));

  private StandardRules() {}

  public static Optional<Breach> check(Spending spending) {
    return Rule.firstBroken(spending, RULES);
  }

  /** Whether the fee reaches {@code floor}. */
  public static Optional<Breach> fee(Spending spending, FeeRate floor) {
    var least = floor.feeFor(spending.virtualSize());
    return spending.fee().covers(least)
        ? Optional.empty()
        : Breach.of("min relay fee not met", spending.fee().value() + " < " + least.value());
  }

  /** The smallest amount that nodes relay in an output like this one; zero for data outputs. */
  public static Sats dustThreshold(TxOut output) {
    var type = ScriptType.of(output.publicKeyScript);
    if (type == ScriptType.DATA) {
      return Sats.ZERO;
    }
    boolean witness = Script.isNativeWitnessScript(output.publicKeyScript);
    int spend = witness ? SPEND_WITNESS_VBYTES : SPEND_LEGACY_VBYTES;
    return DUST_RATE.feeFor(output.totalSize() + spend);
  }

  private static int bytesWithoutWitness(Spending spending) {
    return spending.transaction().baseSize();
  }

  private static <T> Optional<Breach> firstOf(List<T> parts, Rule<T> rule) {
    return parts.stream().map(rule::brokenBy).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Breach> input(TxIn input) {
    if (input.signatureScript.size() > MAX_SIGNATURE_SCRIPT_BYTES) {
      return Breach.of("scriptsig-size", input.signatureScript.size() + " bytes");
    }
    return Breach.where(!isPushOnly(input), "scriptsig-not-pushonly");
  }

  private static boolean isPushOnly(TxIn input) {
    try {
      return Script.isPushOnly(Script.parse(input.signatureScript));
    } catch (RuntimeException e) { // Not a script.
      return false;
    }
  }

  private static Optional<Breach> output(TxOut output) {
    if (!ScriptType.of(output.publicKeyScript).isStandard()) {
      return Breach.of("scriptpubkey", output.publicKeyScript.toHex());
    }
    var dust = dustThreshold(output);
    return output.amount.toLong() < dust.value()
        ? Breach.of("dust", output.amount.toLong() + " < " + dust.value())
        : Optional.empty();
  }

  private static Optional<Breach> spentCoin(Coin coin) {
    return Breach.where(
        !ScriptType.of(coin.output().publicKeyScript).isStandard(), "bad-txns-nonstandard-inputs");
  }
}
