package org.bulbil.sandbox.witness;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.witness.Audit.Finding;
import org.bulbil.sandbox.witness.SelfReport.Words;

/**
 * Brings a world to rest and takes the account. Relays go on living meanwhile, so it asks until the
 * chain and all of them speak of the same block and nobody waits for a payment. The miner and the
 * donors must have stopped.
 */
public final class Auditor {

  /** Half a minute: several heartbeats of every agent, also on a busy machine. */
  private static final int ROUNDS_MAX = 60;

  private static final Duration ROUND = Duration.ofMillis(500);

  private final RegtestChain chain;
  private final Address miner;
  private final Witness witness;
  private final Function<Relay, Outcome<SelfReport>> ask;
  private final Time time;

  /**
   * @param miner who gets the fees of the last blocks
   * @param ask what a living relay says of itself
   */
  public Auditor(
      RegtestChain chain,
      Address miner,
      Witness witness,
      Function<Relay, Outcome<SelfReport>> ask,
      Time time) {
    this.chain = chain;
    this.miner = miner;
    this.witness = witness;
    this.ask = ask;
    this.time = time;
  }

  /** The account; after {@value #ROUNDS_MAX} rounds without rest, as it stands. */
  public Audit audit() throws InterruptedException {
    for (int round = 1; round < ROUNDS_MAX; round++) {
      var settled = settled(round());
      if (settled.isPresent()) {
        return settled.get();
      }
      time.pause(ROUND);
    }
    return round().audit();
  }

  /** What one round has found. */
  private record Round(int height, Map<String, Words> words, Audit audit) {

    boolean isSettled() {
      return audit.accounts().stream()
          .filter(account -> account.relay().isAlive())
          .map(account -> words.getOrDefault(account.relay().hostname(), Words.NONE))
          .allMatch(said -> said.isSettledAt(height));
    }
  }

  private Optional<Audit> settled(Round round) {
    var quiet = mempoolIsEmpty() && chain.tip().height() == round.height();
    return quiet && round.isSettled() ? Optional.of(round.audit()) : Optional.empty();
  }

  private Round round() {
    if (!mempoolIsEmpty()) {
      chain.mine(1, miner.script());
    }
    int height = chain.tip().height();
    witness.look();
    var words = words();
    var accounts = witness.accounts();
    return new Round(height, words, new Audit(accounts, findings(accounts, words)));
  }

  private boolean mempoolIsEmpty() {
    return chain.read(view -> view.mempool().isEmpty());
  }

  private Map<String, Words> words() {
    var words = new HashMap<String, Words>();
    for (var relay : witness.relays()) {
      if (relay.isAlive()) {
        ask.apply(relay)
            .answer()
            .ifPresent(report -> words.put(relay.hostname(), report.account()));
      }
    }
    return words;
  }

  private static List<Finding> findings(List<Account> accounts, Map<String, Words> words) {
    return accounts.stream()
        .filter(account -> account.relay().isAlive())
        .map(account -> finding(account, words))
        .filter(finding -> finding.difference() > 0)
        .toList();
  }

  private static Finding finding(Account account, Map<String, Words> words) {
    var said = Optional.ofNullable(words.get(account.relay().hostname()));
    var difference = said.orElse(Words.NONE).differenceTo(account.statement());
    return new Finding(account, said, difference);
  }
}
