package org.bulbil.sandbox.chain.rules;

import static fr.acinq.bitcoin.ScriptFlags.MANDATORY_SCRIPT_VERIFY_FLAGS;
import static fr.acinq.bitcoin.ScriptFlags.SCRIPT_VERIFY_CHECKLOCKTIMEVERIFY;
import static fr.acinq.bitcoin.ScriptFlags.SCRIPT_VERIFY_CHECKSEQUENCEVERIFY;
import static fr.acinq.bitcoin.ScriptFlags.SCRIPT_VERIFY_DERSIG;
import static fr.acinq.bitcoin.ScriptFlags.SCRIPT_VERIFY_NULLDUMMY;
import static fr.acinq.bitcoin.ScriptFlags.SCRIPT_VERIFY_TAPROOT;
import static fr.acinq.bitcoin.ScriptFlags.SCRIPT_VERIFY_WITNESS;

import fr.acinq.bitcoin.ScriptFlags;
import java.util.List;
import java.util.Optional;

/** Consensus rules about a transaction and its coins. */
public final class SpendingRules {

  /** How strictly scripts are run. */
  public enum Strictness {
    /** What a block must satisfy. */
    CONSENSUS(
        MANDATORY_SCRIPT_VERIFY_FLAGS
            | SCRIPT_VERIFY_DERSIG
            | SCRIPT_VERIFY_NULLDUMMY
            | SCRIPT_VERIFY_CHECKLOCKTIMEVERIFY
            | SCRIPT_VERIFY_CHECKSEQUENCEVERIFY
            | SCRIPT_VERIFY_WITNESS
            | SCRIPT_VERIFY_TAPROOT),
    /** What a node relays: everything of consensus, and more. */
    STANDARD(ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);

    private final int flags;

    Strictness(int flags) {
      this.flags = flags;
    }
  }

  private SpendingRules() {}

  /** Everything but the scripts, which take most of the time: see {@link #scripts}. */
  public static Optional<Breach> check(Spending spending, Calendar calendar) {
    return Rule.firstBroken(
        spending,
        List.of(
            it -> maturity(it, calendar.nextHeight()),
            SpendingRules::amounts,
            it -> Breach.where(!Locktimes.isFinal(it.transaction(), calendar), "bad-txns-nonfinal"),
            it -> Breach.where(!Locktimes.areCoinsOldEnough(it, calendar), "non-BIP68-final")));
  }

  /** Whether each input has the right to spend its coin: signatures and other conditions. */
  public static Optional<Breach> scripts(Spending spending, Strictness strictness) {
    try {
      spending.transaction().correctlySpends(spending.spentOutputs(), strictness.flags);
      return Optional.empty();
    } catch (RuntimeException e) { // The library's only way to say that a script has failed.
      return Breach.of("mandatory-script-verify-flag-failed", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Breach> maturity(Spending spending, int height) {
    return spending.coins().stream()
        .filter(coin -> !coin.isMatureAt(height))
        .findFirst()
        .flatMap(
            coin ->
                Breach.of(
                    "bad-txns-premature-spend-of-coinbase",
                    "tried to spend coinbase at depth " + (height - coin.height())));
  }

  private static Optional<Breach> amounts(Spending spending) {
    return spending.margin() < 0
        ? Breach.of("bad-txns-in-belowout", "outputs exceed inputs by " + -spending.margin())
        : Optional.empty();
  }
}
