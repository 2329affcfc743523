package org.bulbil.hosting.testing;

import java.time.Duration;
import java.util.Random;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Rate;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Prepayment;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.Terms;

/** The provider in memory also keeps the contract of one whose days stick to the machine. */
class TestingMachinesTest extends MachineContract {

  private final SimulatedTime time = new SimulatedTime();
  private final TestingProvider provider = new TestingProvider(book(), time);

  private Book book() {
    var terms = new Terms(Cents.dollars(3), 365, 365, 0, Prepayment.ON_MACHINE);
    var rate = Rate.ofDollars(100_000);
    return new Book(time, Day.REAL, TestingWorld.CATALOGUE, terms, rate, new Random(7));
  }

  @Override
  protected Provider provider() {
    return provider;
  }

  @Override
  protected Day day() {
    return Day.REAL;
  }

  @Override
  protected CreditToken account() {
    return done(provider.mint());
  }

  @Override
  protected void pay(CreditToken token, Invoice invoice) {
    provider.book().pay(token, invoice.id(), "ab".repeat(32));
  }

  @Override
  protected void letAnOrderLapse() {
    time.pause(Duration.ofMinutes(61));
  }
}
