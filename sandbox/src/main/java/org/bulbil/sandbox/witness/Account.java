package org.bulbil.sandbox.witness;

import java.util.List;

/** One relay's statement. */
public record Account(Relay relay, Statement statement) {

  /** The statement of all of them together. */
  public static Statement sum(List<Account> accounts) {
    return accounts.stream().map(Account::statement).reduce(Statement.EMPTY, Statement::plus);
  }
}
