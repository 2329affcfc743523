package org.bulbil.agent.launch;

import java.time.Instant;
import java.util.Optional;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;

/**
 * Moves all founders along, a step a turn: credit, server, consensus, family. Each step can be
 * taken again after a crash; what is paid is in the outbox, what is launched is found by hostname.
 */
final class Founding {

  private final Wallet wallet;
  private final Funds funds;
  private final Buying buying;
  private final Housing housing;
  private final Reception reception;
  private final FounderBook book;
  private final Crew crew;
  private final Pace pace;
  private final Time time;
  private Instant nextLook = Instant.MIN;

  Founding(
      Wallet wallet,
      Funds funds,
      Buying buying,
      Housing housing,
      Reception reception,
      FounderBook book,
      Crew crew,
      Pace pace,
      Time time) {
    this.wallet = wallet;
    this.funds = funds;
    this.buying = buying;
    this.housing = housing;
    this.reception = reception;
    this.book = book;
    this.crew = crew;
    this.pace = pace;
    this.time = time;
  }

  /** One turn. */
  Turn turn() throws InterruptedException {
    var view = wallet.refresh().answer().filter(WalletView::isComplete);
    wallet.outbox().settle();
    crew.all(book.all().stream().flatMap(founder -> work(founder).stream()).toList());
    var bought = view.map(_ -> buying.begin()).orElse(Buying.Result.NOTHING);
    look();
    return new Turn(
        book.all(),
        view.map(WalletView::hoped).orElse(Sats.ZERO),
        funds.held(),
        bought.missing(),
        bought.obstacle());
  }

  private Optional<Runnable> work(Founder founder) {
    return switch (founder.state()) {
      case PLANNED, RUNNING, JOINED -> Optional.empty();
      case FUNDING -> Optional.of(() -> buying.advance(founder));
      case FUNDED -> Optional.of(() -> housing.launch(founder));
      case LAUNCHED -> Optional.of(() -> housing.watch(founder));
      case LOST -> Optional.of(() -> buying.revisit(founder));
    };
  }

  /** A directory is large, and changes once an hour. */
  private void look() {
    if (!time.now().isBefore(nextLook)) {
      nextLook = time.now().plus(pace.look());
      reception.look();
    }
  }
}
