package org.bulbil.agent.launch;

import java.time.Duration;
import org.bulbil.bitcoin.chain.Upstreams;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Prepayment;
import org.bulbil.hosting.Provider;

/**
 * Works out what a request would cost, without buying anything. The price of a bitcoin is learnt
 * from an invoice that is not paid, on a token that is thrown away.
 */
public final class Estimate {

  /** Payments of a launch are made in a block or two. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Provider provider;
  private final Upstreams chain;
  private final Rules rules;

  public Estimate(Surroundings world, Rules rules) {
    this.provider = world.provider();
    this.chain = new Upstreams(world.chain());
    this.rules = rules;
  }

  public Outcome<Bill> of(Request request) {
    if (provider.terms().prepayment() != Prepayment.CREDIT) {
      return Outcome.refused(
          provider.name() + " sells no credit, and a launch needs a provider that does", 0);
    }
    if (request.days() > provider.terms().mostDaysAtOnce()) {
      return Outcome.refused(
          "%s rents for %d days at once at most, not %d"
              .formatted(provider.name(), provider.terms().mostDaysAtOnce(), request.days()),
          0);
    }
    return provider
        .catalogue()
        .flatMap(offers -> Choice.of(request, offers))
        .flatMap(choice -> of(choice, request.days()));
  }

  /** The same choice at the prices of now. */
  public Outcome<Bill> of(Choice choice, int days) {
    return provider
        .quote(choice.plan().slug(), days)
        .flatMap(
            rent ->
                price()
                    .flatMap(price -> rate().map(rate -> bill(choice, days, rent, price, rate))));
  }

  private Bill bill(Choice choice, int days, Cents rent, Rate price, FeeRate rate) {
    return new Bill(choice, days, rent, provider.terms().smallestInvoice(), price, rate);
  }

  private Outcome<Rate> price() {
    return provider
        .mint()
        .flatMap(token -> provider.invoice(token, provider.terms().smallestInvoice()))
        .map(Invoice::rate);
  }

  private Outcome<FeeRate> rate() {
    return chain.feeLevels().map(levels -> rules.bidding().rate(levels, PATIENCE));
  }
}
