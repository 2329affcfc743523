package org.bulbil.bitcoin.wallet;

import fr.acinq.bitcoin.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.HistoryPage;
import org.bulbil.bitcoin.chain.MerkleProof;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.chain.Tip;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;
import org.bulbil.bitcoin.ledger.Coin;
import org.bulbil.bitcoin.ledger.Ledger;
import org.bulbil.bitcoin.outbox.Outbox;
import org.bulbil.bitcoin.spv.HeaderChain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Reads what servers say about our two scripts, proves what is confirmed, and remembers what is
 * not.
 *
 * <p>While the tip stands still only the mempool is asked for, one question a script. A new tip
 * costs one page a script, down to what is proven already.
 */
final class Histories {

  /** 400 pages of 25 are 10,000 transactions, more than this wallet is made for. */
  private static final int PAGES_MAX = 400;

  /** Transactions fetched and proven in one turn; a long history is read over several. */
  private static final int PROOFS_MAX = 50;

  /** Unconfirmed transactions looked at: what a server lists for both scripts at most. */
  private static final int HOPES_MAX = 100;

  /** What one turn may take, so that a slow server does not stop the heartbeat. */
  private static final Duration TURN_MAX = Duration.ofSeconds(60);

  /** An inner node of a merkle tree has 64 bytes and must not pass for a transaction. */
  private static final int NODE_BYTES = 64;

  /** What a turn came to. */
  record Reading(boolean isComplete, List<Hope> hopes, List<String> remarks) {}

  private final ChainSource source;
  private final HeaderChain headers;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Account account;
  private final Time time;

  private final Map<TxId, Sats> hopes = new HashMap<>();
  private Optional<Tip> completeAt = Optional.empty();

  Histories(
      ChainSource source,
      HeaderChain headers,
      Ledger ledger,
      Outbox outbox,
      Account account,
      Time time) {
    this.source = source;
    this.headers = headers;
    this.ledger = ledger;
    this.outbox = outbox;
    this.account = account;
    this.time = time;
  }

  /** Reads what is new, given that our headers reach to {@code tip}. */
  Outcome<Reading> read(Tip tip) {
    var turn = new Turn(time.now().plus(TURN_MAX));
    boolean still = completeAt.equals(Optional.of(tip));
    for (var branch : Branch.values()) {
      var listed = still ? turn.listMempool(branch) : turn.walk(branch);
      if (!(listed instanceof Outcome.Done<?>)) {
        return listed.map(_ -> turn.reading(List.of()));
      }
    }
    completeAt = turn.isComplete ? Optional.of(tip) : Optional.empty();
    return Outcome.done(turn.reading(turn.hopes()));
  }

  /** One reading, with its budget. */
  private final class Turn {
    private final Instant deadline;
    private final boolean wasComplete = completeAt.isPresent();
    private final Set<TxId> waiting = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private boolean isComplete = true;
    private int proofs;

    Turn(Instant deadline) {
      this.deadline = deadline;
    }

    Reading reading(List<Hope> hopes) {
      return new Reading(isComplete, hopes, List.copyOf(remarks));
    }

    Outcome<Boolean> listMempool(Branch branch) {
      return source.mempool(account.script(branch)).map(waiting::addAll);
    }

    Outcome<Boolean> walk(Branch branch) {
      var after = Optional.<TxId>empty();
      for (int page = 0; page < PAGES_MAX; page++) {
        var read = source.history(account.script(branch), after).flatMap(this::take);
        if (!(read instanceof Outcome.Done<Optional<TxId>>(Optional<TxId> next))) {
          return read.map(_ -> false);
        }
        if (next.isEmpty()) {
          return Outcome.done(true);
        }
        after = next;
      }
      isComplete = false;
      return Outcome.done(false);
    }

    /** Takes in a page; returns what to ask for next, empty where enough is known. */
    private Outcome<Optional<TxId>> take(HistoryPage page) {
      boolean allKnown = true;
      for (var sighting : page.sightings()) {
        if (!sighting.isConfirmed()) {
          waiting.add(sighting.transaction());
        } else if (!ledger.isProven(sighting.transaction())) {
          allKnown = false;
          var proved = prove(sighting);
          if (!(proved instanceof Outcome.Done<Boolean>)) {
            return proved.map(_ -> Optional.empty());
          }
        }
      }
      boolean enough = allKnown && wasComplete;
      if (!enough && isSpent() && page.next().isPresent()) {
        isComplete = false;
        enough = true;
      }
      return Outcome.done(enough ? Optional.empty() : page.next());
    }

    private boolean isSpent() {
      return proofs >= PROOFS_MAX || time.now().isAfter(deadline);
    }

    private Outcome<Boolean> prove(Sighting sighting) {
      if (isSpent()) {
        isComplete = false;
        return Outcome.done(false);
      }
      proofs++;
      var id = sighting.transaction();
      return source
          .transaction(id)
          .flatMap(transaction -> source.merkleProof(id).map(proof -> keep(transaction, proof)));
    }

    private boolean keep(Transaction transaction, MerkleProof proof) {
      var id = TxId.of(transaction);
      if (proof.height() < headers.birth()) {
        return keepOlder(id);
      }
      if (isNode(transaction) || !headers.proves(id, proof)) {
        isComplete = false;
        waiting.add(id);
        remarks.add(id + " is said to be in block " + proof.height() + ", without proof so far");
        return false;
      }
      var header = headers.header(proof.height()).orElseThrow();
      ledger.record(
          transaction,
          new Tip(proof.height(), BlockHash.of(header)),
          Instant.ofEpochSecond(header.time));
      return true;
    }

    /** Our headers do not reach down to it yet, or never will. */
    private boolean keepOlder(TxId id) {
      isComplete &= headers.reachesCheckpoint();
      remarks.add(
          headers.reachesCheckpoint()
              ? id + " is older than this program and does not count"
              : id + " is older than the headers that are checked so far");
      return false;
    }

    private static boolean isNode(Transaction transaction) {
      return transaction.baseSize() == NODE_BYTES;
    }

    /** What waits and pays us, asking only for transactions that are new. */
    List<Hope> hopes() {
      hopes.keySet().retainAll(waiting);
      var found = new ArrayList<Hope>();
      for (var id : waiting.stream().limit(HOPES_MAX).toList()) {
        if (isCounted(id)) {
          continue;
        }
        if (!hopes.containsKey(id) && !time.now().isAfter(deadline)) {
          var looked = source.transaction(id).map(this::hoped);
          looked.answer().ifPresent(amount -> hopes.put(id, amount));
        }
        Optional.ofNullable(hopes.get(id))
            .filter(Sats::isPositive)
            .ifPresent(amount -> found.add(new Hope(id, amount)));
      }
      return found;
    }

    /** Proven, our own, or a gift that a reorganisation took after a payment had spent it. */
    private boolean isCounted(TxId id) {
      return ledger.isProven(id) || outbox.isAttempt(id) || outbox.spendsFrom(id);
    }

    private Sats hoped(Transaction transaction) {
      if (ledger.spendsOurs(transaction)) {
        remarks.add(TxId.of(transaction) + " waits to spend our coins and is no payment of ours");
        return Sats.ZERO;
      }
      return Coin.sum(ledger.coinsOf(transaction));
    }
  }
}
