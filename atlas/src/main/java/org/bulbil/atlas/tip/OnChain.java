package org.bulbil.atlas.tip;

import fr.acinq.bitcoin.BlockHeader;
import fr.acinq.bitcoin.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.proof.Check;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.core.outcome.Outcome;

/**
 * Whether the chain says of a donation what its audit file says.
 *
 * @param chain that is asked for the payment; its id binds it
 * @param blocks that are asked for the lottery's block; its hash binds it
 */
public record OnChain(Audit audit, ChainSource chain, Blocks blocks) {

  /** Knows the headers of blocks by their hashes. */
  @FunctionalInterface
  public interface Blocks {

    /** Refused where there is no such block. */
    Outcome<BlockHeader> header(BlockHash hash);
  }

  private static final int NOT_FOUND = 404;

  /** Whether a block that nobody could foresee was drawn with; empty without a lottery. */
  public Optional<Check> seed() {
    return Optional.ofNullable(audit.seedBlock()).map(this::seed);
  }

  private Check seed(String block) {
    return switch (header(block)) {
      case Outcome.Done<BlockHeader>(BlockHeader header) ->
          seed(Instant.ofEpochSecond(header.time));
      case Outcome.Refused<BlockHeader>(String why, _) ->
          Check.no("seed", "the chain has no block %s (%s)", block, why);
      case Outcome.Unknown<BlockHeader>(String why) -> Check.unknown("seed", "%s", why);
    };
  }

  private Outcome<BlockHeader> header(String block) {
    try {
      return blocks.header(new BlockHash(block));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  private Check seed(Instant mined) {
    return Timestamp.read(audit.published())
        .map(
            published ->
                mined.isAfter(published)
                    ? Check.yes("seed", "the lottery's block is of %s, after the snapshot", mined)
                    : Check.no(
                        "seed",
                        "the lottery's block is of %s: whoever chose the snapshot knew it already",
                        mined))
        .orElseGet(() -> Check.no("seed", "'%s' is no moment of a snapshot", audit.published()));
  }

  /** Whether the payment pays exactly these; empty where the file names no payment. */
  public Optional<Check> payment() {
    return audit.payment().map(this::payment);
  }

  private Check payment(String txid) {
    return switch (transaction(txid)) {
      case Outcome.Done<Transaction>(Transaction payment) -> compared(txid, payment);
      case Outcome.Refused<Transaction>(String why, int code) when code != NOT_FOUND ->
          Check.no("payment", "%s", why);
      case Outcome.Refused<Transaction> _ ->
          Check.unknown("payment", "the chain does not know the transaction %s (yet)", txid);
      case Outcome.Unknown<Transaction>(String why) -> Check.unknown("payment", "%s", why);
    };
  }

  private Outcome<Transaction> transaction(String txid) {
    try {
      return chain.transaction(new TxId(txid));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  /** An output that the payment has. */
  private record Paid(LockingScript script, long amount) {}

  private Check compared(String txid, Transaction payment) {
    var outputs = new ArrayList<Paid>();
    payment.txOut.forEach(
        out -> outputs.add(new Paid(LockingScript.of(out.publicKeyScript), out.amount.toLong())));
    for (var payee : audit.recipients()) {
      var script = script(payee.address());
      if (script.isEmpty() || !outputs.remove(new Paid(script.get(), payee.sat()))) {
        return Check.no("payment", "%s pays no %d sat to %s", txid, payee.sat(), payee.address());
      }
    }
    var words =
        "%s pays all %d recipients what the file says%s"
            .formatted(txid, audit.recipients().size(), rest(outputs));
    return switch (chain.status(new TxId(txid))) {
      case Outcome.Done<Sighting>(Sighting seen) when seen.isConfirmed() ->
          Check.yes("payment", "%s", words);
      case Outcome.Done<Sighting> _ -> Check.unknown("payment", "%s, once it is in a block", words);
      case Outcome.Refused<Sighting>(String why, _) -> Check.unknown("payment", "%s", why);
      case Outcome.Unknown<Sighting>(String why) -> Check.unknown("payment", "%s", why);
    };
  }

  private static String rest(List<Paid> outputs) {
    return outputs.isEmpty()
        ? ""
        : ", and %d more output%s (change)"
            .formatted(outputs.size(), outputs.size() == 1 ? "" : "s");
  }

  private Optional<LockingScript> script(String address) {
    return Address.read(address, Network.parse(audit.chain())).answer().map(Address::lockingScript);
  }
}
