package org.bulbil.sandbox.provider.estate;

import java.util.List;
import org.bulbil.core.money.Cents;

/**
 * A token at a glance.
 *
 * @param burnRate what its autorenewing servers cost a day
 * @param servers that are not deleted
 * @param autorenewing of these
 * @param suspended of these
 */
public record TokenSummary(
    Cents balance,
    Cents burnRate,
    int servers,
    int autorenewing,
    int suspended,
    int messages,
    int invoices) {

  static TokenSummary of(Cents balance, List<Server> all, int messages, int invoices) {
    var live = all.stream().filter(server -> !server.hasEnded()).toList();
    var autorenewing = live.stream().filter(Server::autorenews).toList();
    var suspended = live.stream().filter(server -> server.state() instanceof State.Suspended);
    return new TokenSummary(
        balance,
        autorenewing.stream().map(Server::rent).reduce(Cents.ZERO, Cents::plus),
        live.size(),
        autorenewing.size(),
        (int) suspended.count(),
        messages,
        invoices);
  }

  /** Whole days that the balance lasts at the burn rate; 0 where nothing autorenews. */
  public long daysRemaining() {
    return burnRate.isZero() ? 0 : balance.dividedBy(burnRate);
  }
}
