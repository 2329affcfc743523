package org.bulbil.agent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.health.Notices;
import org.bulbil.agent.proof.Prover;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.status.ShownJournal;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.bitcoin.outbox.Purpose;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.policy.Remainder;
import org.bulbil.hosting.Prepayment;

/** Draws the status page's content from what a heartbeat saw. */
final class Portrait {

  private static final int EVENTS_SHOWN = 40;

  /** Before the last beneficiary expires. */
  private static final int DAYS_OF_WARNING = 60;

  private final Household household;
  private final Settings settings;
  private final Prover prover;

  Portrait(Household household) {
    this.household = household;
    this.settings = household.settings();
    this.prover = new Prover(household.wallet().signer());
  }

  /**
   * @param view the wallet as last known, also where it could not be read just now
   */
  Status of(Home home, Optional<WalletView> view, Verdict verdict) {
    var picture = household.workload().picture(home);
    return new Status(
        settings.hostname().value(),
        instant(household.time().now()),
        picture.work(),
        picture.state(),
        descent(),
        lease(home, verdict.runwayDays()),
        provider(),
        money(view),
        reserve(verdict.prospect()),
        will(verdict.remainder()),
        stop(),
        picture.kindred(),
        view.map(this::account).orElse(Status.Account.UNKNOWN),
        decided(verdict.decision()),
        household.nursery().book().all().stream().map(Portrait::child).toList(),
        events());
  }

  private Status.Descent descent() {
    return new Status.Descent(
        settings.lineage().generation(),
        settings.lineage().parent().orElse(""),
        settings.genome().encode(),
        settings.genome().digest(),
        household.workload().relations().family().value(),
        household.workload().relations().declared().isPresent());
  }

  private static Status.Decided decided(Decision decision) {
    return new Status.Decided(decision.getClass().getSimpleName(), decision.why());
  }

  private Status.ProviderStatus provider() {
    var now = household.time().now();
    var health = household.provider().health();
    var notice = household.notices().open();
    return new Status.ProviderStatus(
        household.provider().name(),
        household.provider().terms().prepayment() == Prepayment.ON_MACHINE,
        health.words(now),
        health.isQuarantined(now),
        notice.map(it -> instant(it.sentAt())).orElse(""),
        notice.map(Notices.Notice::words).orElse(""));
  }

  private Status.LeaseStatus lease(Home home, double runwayDays) {
    var now = household.time().now();
    return new Status.LeaseStatus(
        household.provider().name(),
        home.lease().region(),
        home.plan().slug(),
        home.plan().rent().value(),
        instant(home.lease().expiry()),
        rounded(home.lease().daysLeft(now, settings.lease().day())),
        home.credit().isPresent(),
        home.credit().map(credit -> credit.value()).orElse(0L),
        rounded(runwayDays));
  }

  /** Two decimals: enough for people and scripts. */
  private static double rounded(double days) {
    return Math.round(days * 100) / 100.0;
  }

  private Status.Money money(Optional<WalletView> view) {
    var address = household.wallet().receiveAddress().toString();
    var proof = household.workload().relations().statement(address).map(prover::proof);
    return new Status.Money(
        address,
        view.isPresent(),
        view.map(v -> v.spendable().value()).orElse(0L),
        view.map(v -> v.hoped().value()).orElse(0L),
        view.map(WalletView::giftCount).orElse(0),
        household.purchases().price().map(price -> price.rate().centsPerBitcoin()).orElse(0L),
        settings.copyFor().isPresent(),
        view.map(v -> String.join("; ", v.remarks())).orElse("the chain is not known yet"),
        proof.map(WalletProof::statement).orElse(""),
        proof.map(WalletProof::signature).orElse(""));
  }

  private static Status.ReserveStatus reserve(Prospect prospect) {
    var outlook = prospect.reserve().outlook();
    return new Status.ReserveStatus(
        rounded(prospect.reserve().days()),
        prospect.reserve().words(),
        rounded(outlook.income()),
        rounded(outlook.cautiousIncome()),
        rounded(prospect.incomeNeeded()),
        outlook.gifts(),
        rounded(outlook.days()),
        rounded(outlook.meanGift()),
        prospect.obstacle().map(it -> "no child now: " + it.words()).orElse("a child may be born"));
  }

  private Status.WillStatus will(Remainder remainder) {
    var now = household.time().now();
    var beneficiaries = settings.will().beneficiaries();
    var first = beneficiaries.firstValid(now);
    return new Status.WillStatus(
        first.map(Beneficiary::name).orElse(""),
        first.map(Beneficiary::address).orElse(""),
        remainder.words() + soon(beneficiaries, now),
        household.estate().words(),
        beneficiaries.list().stream().map(entry -> entry(entry, now)).toList());
  }

  private Status.StopStatus stop() {
    var obedience = household.obedience();
    return new Status.StopStatus(obedience.isPossible(), obedience.isLeaving(), obedience.words());
  }

  /** A list that nobody renews is a fault that takes months to show: it is told early. */
  private static String soon(Beneficiaries beneficiaries, Instant now) {
    var last = beneficiaries.lastDay();
    return last.isBefore(Beneficiaries.day(now).plusDays(DAYS_OF_WARNING))
        ? " After %s there is nobody left to give to.".formatted(last)
        : "";
  }

  private static Status.Charity entry(Beneficiary entry, Instant now) {
    return new Status.Charity(
        entry.name(),
        entry.address(),
        entry.source(),
        entry.checked().toString(),
        entry.expires().toString(),
        entry.on(Beneficiaries.day(now)).words());
  }

  private Status.Account account(WalletView view) {
    var account = view.account();
    return new Status.Account(
        account.received().value(),
        account.paid(Purpose.RENT).value(),
        account.paid(Purpose.ENDOWMENT).value(),
        account.paid(Purpose.START_GIFT).value(),
        account.paid(Purpose.WILL).plus(account.paid(Purpose.TIP)).value(),
        account.fees().value(),
        account.held().value(),
        account.foreign().value(),
        account.difference(),
        view.tip().height(),
        household.wallet().outbox().open().size());
  }

  private static Status.Child child(Birth birth) {
    return new Status.Child(
        birth.hostname().value(),
        birth.state().name(),
        birth.genome().region(),
        birth.fingerprint().orElse(""),
        birth.words());
  }

  private List<Status.Event> events() {
    return household.journal().newest(EVENTS_SHOWN).stream().map(ShownJournal::event).toList();
  }

  private static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
