package org.bulbil.hosting.lnvps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.lease.LeaseId;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.bootstrap.SshKey;
import org.bulbil.hosting.testing.MachineContract;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** LNVPS's client keeps the contract against the shapes and rules that are on record. */
class LnvpsContractTest extends MachineContract {

  private static final SshAccess SSH =
      new SshAccess(
          "ssh",
          Path.of("/nowhere/key"),
          new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me"),
          Duration.ofSeconds(9));

  private final SimulatedTime time = new SimulatedTime();
  private final RecordedLnvps server = new RecordedLnvps(time);
  private final Http http = new Http(Http.Limits.USUAL);
  private final Provider client = client(LnvpsSettings.of(server.base()).withSsh(SSH));

  private Provider client(LnvpsSettings settings) {
    return new Lnvps(http, settings, time, new Random(3));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Override
  protected Provider provider() {
    return client;
  }

  @Override
  protected Day day() {
    return Day.REAL;
  }

  @Override
  protected CreditToken account() {
    return done(client.mint());
  }

  @Override
  protected void pay(CreditToken token, Invoice invoice) {
    var request = invoice.request();
    server.detect(request.address(), request.amount().value(), "ab".repeat(32));
    server.confirm(request.address(), request.amount().value(), "ab".repeat(32));
  }

  @Override
  protected void letAnOrderLapse() {
    time.pause(Duration.ofMinutes(61));
  }

  /** This server charges no VAT, so that money buys more than was promised. */
  @Test
  void tenDollarsBuyWhatTheServerMakesOfThem() throws Exception {
    var rented = rented(1);
    var before = done(client.lease(rented.account(), rented.lease())).expiry();
    pay(rented.token(), done(client.invoice(rented.token(), Cents.dollars(10))));
    var after = done(client.lease(rented.account(), rented.lease())).expiry();
    // $10 at $100,000 are 10,000 sat; a month costs €5.00 at €80,000, which are 6,250 sat.
    assertThat(Duration.between(before, after)).isEqualTo(Duration.ofDays(48));
  }

  @Test
  void priceIsEurosWithVatInDollarsADayRoundedUp() {
    var offers = done(client.catalogue());
    // €5.00 × 1.23 × 1.25 = $7.6875 for 30 days: 25.625 cents.
    assertThat(offers.plan("vps-small").orElseThrow().rent()).isEqualTo(Cents.of(26));
    assertThat(done(client.quote("vps-small", 30))).isEqualTo(Cents.of(780));
    var untaxed = client(LnvpsSettings.of(server.base()).withVatPercent(0));
    // €5.00 × 1.25 = $6.25: 20.83 cents.
    assertThat(done(untaxed.quote("vps-small", 1))).isEqualTo(Cents.of(21));
  }

  @Test
  void aSizeIsOnePlanInSeveralRegionsAndWhatIsNotSoldAnyMoreIsNone() {
    var offers = done(client.catalogue());
    assertThat(offers.plans())
        .extracting(plan -> plan.slug() + " " + plan.ipv4() + " " + plan.memoryMb())
        .containsExactly("vps-small true 1024", "vps-ipv6 false 1024");
    assertThat(offers.regions())
        .extracting(region -> region.slug() + ", " + region.name())
        .containsExactly("eu-west, EU-West", "qu-bec, Québec");
  }

  /** A donor may pay any amount straight to the address, once it is known, again and again. */
  @Test
  void theAddressOfABillStaysGood() throws Exception {
    var rented = rented(1);
    var bill = done(client.invoice(rented.token(), Cents.dollars(5)));
    pay(rented.token(), bill);
    var before = done(client.lease(rented.account(), rented.lease())).expiry();
    time.pause(Duration.ofDays(2));
    server.confirm(bill.request().address(), 6250, "cd".repeat(32));
    var after = done(client.lease(rented.account(), rented.lease())).expiry();
    assertThat(Duration.between(before, after)).isEqualTo(Duration.ofDays(30));
    assertThat(done(client.invoices(rented.token()))).hasSize(3).allMatch(Invoice::isPaid);
  }

  /** Half of the money is half of the time, and the bill is paid. */
  @Test
  void aDepositOfAnotherAmountIsPaidAsWell() throws Exception {
    var rented = rented(1);
    var bill = done(client.invoice(rented.token(), Cents.dollars(10)));
    var before = done(client.lease(rented.account(), rented.lease())).expiry();
    server.confirm(bill.request().address(), bill.request().amount().value() / 2, "ef".repeat(32));
    assertThat(done(client.invoice(rented.token(), bill.id())).isPaid()).isTrue();
    var after = done(client.lease(rented.account(), rented.lease())).expiry();
    assertThat(Duration.between(before, after)).isEqualTo(Duration.ofDays(24));
  }

  /** A payment in the mempool is named at once, so that nobody takes it back. */
  @Test
  void aDepositIsSeenBeforeItConfirms() throws Exception {
    var rented = rented(1);
    var bill = done(client.invoice(rented.token(), Cents.dollars(10)));
    server.detect(bill.request().address(), bill.request().amount().value(), "12".repeat(32));
    var seen = done(client.invoice(rented.token(), bill.id()));
    assertThat(seen.txid()).contains("12".repeat(32));
    assertThat(seen.isPaid()).isFalse();
    assertThat(seen.request()).isEqualTo(bill.request());
  }

  @Test
  void anAccountOfOneMachineNeedsNoNumberAndOneOfSeveralDoes() throws Exception {
    var first = rented(1);
    assertThat(client.invoice(first.account(), Cents.dollars(5))).isInstanceOf(Outcome.Done.class);
    var second = done(client.launch(first.account(), order(hostname(), 1)));
    assertThat(client.invoice(first.account(), Cents.dollars(5)).summary())
        .contains("rents 2 machines", "KEY-NUMBER");
    var token = client.tokenFor(first.account(), second);
    assertThat(token).isEqualTo(client.tokenFor(token, second));
    assertThat(client.invoice(token, Cents.dollars(5))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aMissingMailboxIsToldWithWhatToDo() {
    server.mailMissing = true;
    var account = account();
    var refusal = client.launch(account, order(hostname(), 1));
    assertThat(refusal.summary())
        .startsWith("refused (403): Email verification is required")
        .contains("open the link in the mail");
  }

  @Test
  void aWrongClockIsToldWithWhatToDo() {
    var late = new SimulatedTime();
    late.pause(Duration.ofMinutes(2));
    var stray = new Lnvps(http, LnvpsSettings.of(server.base()), late, new Random(4));
    assertThat(stray.lease(account(), new LeaseId("1")).summary())
        .startsWith("refused (401)")
        .contains("agree within a minute");
  }

  @Test
  void withoutAnSshKeyNothingIsOrdered() {
    var keyless = client(LnvpsSettings.of(server.base()));
    assertThat(keyless.launch(account(), order(hostname(), 1)).summary()).contains("SSH key");
  }

  @Test
  void aTokenOfAnotherProviderIsRefusedWithTheRule() {
    var foreign = new CreditToken("ss_t_0123456789012345678901234567");
    assertThat(client.credit(foreign).summary()).contains("64 hexadecimal digits");
    var zero = new CreditToken("0".repeat(64));
    assertThat(client.credit(zero)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aStoppedMachineIsSeenAndStarted() throws Exception {
    var rented = rented(1);
    server.stop(Integer.parseInt(rented.lease().value()));
    assertThat(done(client.lease(rented.account(), rented.lease())).state())
        .isEqualTo(Lease.State.STOPPED);
    done(client.start(rented.account(), rented.lease()));
    assertThat(done(client.lease(rented.account(), rented.lease())).state())
        .isEqualTo(Lease.State.RUNNING);
  }

  /** Host keys come minutes after the payment; before that nobody is called. */
  @Test
  void aScriptWaitsForTheHostKeys() throws Exception {
    var rented = rented(1);
    assertThat(client.install(rented.token(), rented.lease(), "x").summary())
        .contains("no known SSH host keys yet");
    server.hostKeys = Map.of("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43));
    var absent =
        new SshAccess(
            "/nowhere/ssh",
            Path.of("/k"),
            new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me"),
            Duration.ofSeconds(1));
    assertThat(
            client(LnvpsSettings.of(server.base()).withSsh(absent))
                .install(rented.token(), rented.lease(), "x")
                .summary())
        .contains("ssh cannot be run");
  }
}
