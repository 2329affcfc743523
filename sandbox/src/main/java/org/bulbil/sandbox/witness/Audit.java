package org.bulbil.sandbox.witness;

import java.util.List;
import java.util.Optional;

/**
 * The account of all relays by the chain, held against the relays' own words.
 *
 * @param accounts of every relay that ever was
 * @param findings where the two differ
 */
public record Audit(List<Account> accounts, List<Finding> findings) {

  /**
   * A living relay whose words are not the chain's.
   *
   * @param words empty where it could not be asked, or was not settled in time
   * @param difference in satoshis, more than 0
   */
  public record Finding(Account account, Optional<SelfReport.Words> words, long difference) {}

  public Audit {
    accounts = List.copyOf(accounts);
    findings = List.copyOf(findings);
  }

  public Statement total() {
    return Account.sum(accounts);
  }

  /** Satoshis that are not accounted for; 0 is the only good answer. */
  public long difference() {
    return findings.stream().mapToLong(Finding::difference).sum() + Math.abs(total().residue());
  }
}
