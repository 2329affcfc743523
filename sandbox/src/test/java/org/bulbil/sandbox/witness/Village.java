package org.bulbil.sandbox.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.acinq.bitcoin.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.core.time.Day;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.directory.Listing;
import org.bulbil.sandbox.directory.Listing.Presence;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.Event.PaymentStranded;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.tor.Bandwidth;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;

/**
 * A world for the witness to look at, without processes: a real chain, a provider's book, and a
 * directory that a test writes. Relays are purses.
 */
final class Village {

  static final Day DAY = new Day(Duration.ofSeconds(60));

  /** Cents a day. */
  static final long RENT = 38;

  /** Of payments that are no relay's. */
  private static final String SOMEBODYS = "0".repeat(64);

  private static final FeeRate RATE = FeeRate.ofSatPerVb(3);

  final SimulatedTime time = new SimulatedTime();
  final RegtestChain chain = new RegtestChain(time);
  final ProviderBook book = new ProviderBook(time);
  final SandboxPurse donor = new SandboxPurse(chain, "donor");
  final SandboxPurse till = new SandboxPurse(chain, "till");
  final Address beneficiary = new SandboxPurse(chain, "beneficiary").address();
  final Map<String, Listing> directory = new LinkedHashMap<>();
  final List<LifeEvent> events = new ArrayList<>();

  /** Whether the provider answers. */
  boolean open = true;

  final Witness witness =
      new Witness(
          chain,
          book,
          () -> Outcome.done(List.copyOf(directory.values())),
          List.of(beneficiary),
          new Rental(DAY, Duration.ofSeconds(5), Sats.of(5000), () -> open),
          time,
          events::add);
  private int invoices;

  Village() {
    chain.premine(110, donor.address().script(), Duration.ofMinutes(10));
  }

  /** The wallet of the relay with this name. */
  SandboxPurse wallet(String hostname) {
    return new SandboxPurse(chain, hostname);
  }

  Token token(String hostname) {
    return new Token("ss_t_" + (hostname + "_".repeat(27)).substring(0, 27));
  }

  private static MachineId machine(String hostname) {
    return new MachineId("ss_m_" + hostname);
  }

  void launch(String hostname) {
    launch(hostname, 14, Instant.EPOCH);
  }

  /** As people launch one: they have paid for so many days from now, and for nothing more. */
  void launch(String hostname, int days) {
    credit(hostname, RENT * days);
    launch(hostname, days, time.now().plus(DAY.times(days)));
  }

  private void launch(String hostname, int days, Instant expiry) {
    book.write(
        new Event.Launched(
            token(hostname),
            machine(hostname),
            hostname,
            "vc2-1c-1gb",
            "ewr",
            days,
            Cents.of(RENT * days),
            expiry));
    book.write(new Event.Built(machine(hostname), "127.80.0.1"));
  }

  /** Lists a relay in the directory with the address of {@code wallet}. */
  void list(String hostname, SandboxPurse wallet, Presence presence) {
    directory.put(
        hostname,
        new Listing(
            Fingerprint.of(Arrays.copyOf(wallet.address().text().getBytes(US_ASCII), 20)),
            new Nickname(hostname),
            wallet.address(),
            Optional.empty(),
            Bandwidth.ofKilobytes(100),
            presence));
  }

  /** Makes out an invoice for {@code token} and answers where to pay. */
  Address invoice(Token token, long sats) {
    var address = till.freshAddress();
    invoices++;
    book.write(
        new Event.InvoiceMade(
            token,
            new InvoiceId("i" + invoices),
            address.text(),
            Sats.of(sats),
            Cents.of(sats / 10),
            Instant.EPOCH));
    return address;
  }

  void credit(Token token, Transaction payment, long sats) {
    book.write(
        new Event.InvoicePaid(
            token,
            new InvoiceId("i" + invoices),
            payment.txid.toString(),
            Sats.of(sats),
            Sats.of(sats),
            Cents.of(sats / 10)));
  }

  /** Credit that somebody has bought for a relay. */
  void credit(String hostname, long cents) {
    var id = new InvoiceId("i" + invoices);
    var sats = Sats.of(cents * 10);
    book.write(new Event.InvoicePaid(token(hostname), id, SOMEBODYS, sats, sats, Cents.of(cents)));
  }

  /** A payment that came too late to be credited. */
  void strand(String hostname, long sats) {
    var id = new InvoiceId("i" + invoices);
    book.write(
        new Event.PaymentStranded(
            token(hostname), id, SOMEBODYS, Sats.of(sats), PaymentStranded.Why.TOO_LATE));
  }

  /** Pays a lease from credit until so many days from now. */
  void renew(String hostname, int days) {
    book.write(
        new Event.ToppedUp(
            token(hostname),
            machine(hostname),
            days,
            Cents.of(RENT * days),
            time.now().plus(DAY.times(days)),
            Event.ToppedUp.Cause.REQUEST));
  }

  void renew(String hostname) {
    book.write(
        new Event.ToppedUp(
            token(hostname),
            machine(hostname),
            7,
            Cents.of(266),
            Instant.EPOCH.plusSeconds(60),
            Event.ToppedUp.Cause.REQUEST));
  }

  void end(String hostname) {
    book.write(new Event.Ended(machine(hostname), EndedBy.EXPIRATION));
  }

  void ban(String hostname) {
    book.write(new Event.Ended(machine(hostname), EndedBy.SPORESTACK));
  }

  Transaction pay(SandboxPurse from, Address to, long sats) {
    return pay(from, List.of(new Payment(to, Sats.of(sats))));
  }

  Transaction pay(SandboxPurse from, List<Payment> payments) {
    return from.pay(payments, RATE).answer().orElseThrow();
  }

  /** The fee of a payment, which only the chain knows. */
  long fee(Transaction payment) {
    return chain.transaction(payment.txid).orElseThrow().fee().value();
  }

  void mine() {
    chain.mine(1, donor.address().script());
  }

  /** The events so far as {@code kind hostname sats}. */
  List<String> told() {
    return events.stream()
        .map(
            event ->
                event.kind().word()
                    + " "
                    + event.relay().hostname()
                    + event.moved().map(moved -> " " + moved.value()).orElse(""))
        .toList();
  }
}
