package org.bulbil.sandbox.provider.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.HandClock;
import org.junit.jupiter.api.Test;

/** The book is read from a cursor, and adds up. */
class ProviderBookTest {

  private static final Token TOKEN = new Token("ss_t_" + "a".repeat(27));
  private static final InvoiceId INVOICE = new InvoiceId("ss_i_1");

  private final HandClock clock = new HandClock();
  private final ProviderBook book = new ProviderBook(clock);

  /** Each reader goes on where it was, and sees every entry once, with its time. */
  @Test
  void cursor() {
    book.write(new Event.TokenMinted(TOKEN));
    clock.forward(Duration.ofSeconds(3));
    book.write(new Event.InvoiceExpired(TOKEN, INVOICE));
    var first = book.after(0);
    assertThat(first).extracting(Entry::number).containsExactly(1L, 2L);
    assertThat(first.get(1).at()).isEqualTo(clock.now());
    assertThat(book.after(2)).isEmpty();
    assertThat(book.after(99)).isEmpty();
    book.write(new Event.TokenMinted(TOKEN));
    assertThat(book.after(2)).singleElement().extracting(Entry::number).isEqualTo(3L);
  }

  /** The account: credited less spent is the balance; earned and stranded are what was received. */
  @Test
  void account() {
    book.write(
        new Event.InvoicePaid(
            TOKEN, INVOICE, "00", Sats.of(1_100), Sats.of(1_000), Cents.dollars(5)));
    book.write(
        new Event.PaymentStranded(
            TOKEN, INVOICE, "01", Sats.of(7), Event.PaymentStranded.Why.TOO_LATE));
    book.write(
        new Event.Launched(TOKEN, new MachineId("m"), "h", "f", "r", 2, Cents.of(76), clock.now()));
    var account = book.account();
    assertThat(account.balance()).isEqualTo(Cents.of(424));
    assertThat(account.stranded()).isEqualTo(Sats.of(107));
    assertThat(account.received()).isEqualTo(Sats.of(1_107));
  }

  /** Whoever prints an event prints no password. */
  @Test
  void secretsAreMasked() {
    assertThat(new Event.TokenMinted(TOKEN).toString()).doesNotContain(TOKEN.value());
    assertThat(new MachineId("ss_m_0123456789abcdef").toString()).isEqualTo("ss_m_01…ef");
  }
}
