package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bulbil.cli.sandbox.Patience.await;
import static org.bulbil.cli.sandbox.Patience.until;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bulbil.cli.sandbox.Onlooker.Tenant;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.ledger.Located;
import org.bulbil.sandbox.chain.ledger.Place;
import org.bulbil.sandbox.network.Fetched;
import org.bulbil.sandbox.network.Website;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.storm.Processes;
import org.bulbil.sandbox.storm.Storm;
import org.bulbil.sandbox.storm.StormSettings;
import org.bulbil.sandbox.storm.StormSettings.Reach;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Loss.Cause;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Five relays of the production code live through everything that relays live through, and each
 * event is seen from outside: on the chain, in the provider's book, in the consensus. The gifts are
 * the test's, so that nothing is left to luck. One world; the steps go on from one another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfRelaysIT extends SmallWorldStory {

  /** For what takes seconds on an idle machine; a lease lasts 105. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** For coming up, and for a child to be born. */
  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String RICH = "bulbilrich";
  private static final String STEADY = "bulbilsteady";
  private static final String SPARE = "bulbilspare";
  private static final String GIVER = "bulbilgiver";
  private static final String POOR = "bulbilpoor";
  private static final List<String> FOUNDERS = List.of(RICH, STEADY, SPARE, GIVER, POOR);

  /** A cent is ten satoshis: 34 dollars of credit, 18 for a child, no second child. */
  private static final long MUCH = 75_000;

  private static final long ENOUGH = 20_000;

  /** Three dollars, and the provider sells no less than five. */
  private static final long LITTLE = 3_000;

  private static final long TOO_LATE = 5_000;
  private static final long START_GIFT = 2_000;

  private static final FeeRate NOTHING_IS_MINED = FeeRate.ofSatPerVb(1000);
  private static final FeeRate ANYTHING_IS_MINED = new FeeRate(1);

  private Optional<Tenant> born = Optional.empty();

  @Override
  List<String> founders() {
    return List.of("ewr," + RICH, "ewr," + STEADY, "ams," + SPARE, "ams," + GIVER, "sea," + POOR);
  }

  private Tenant child() {
    return born.orElseThrow();
  }

  @Test
  @Order(1)
  void everyFirstRelayRunsAndSaysInItsSignedDescriptorWhoItIs() throws Exception {
    until("all run", LONG, () -> onlooker().running().containsAll(FOUNDERS));
    place().note("all relays are Running");
    for (var relay : FOUNDERS) {
      var descriptor = await(relay, LIMIT, () -> onlooker().descriptor(relay));
      assertThat(descriptor.contact())
          .contains("email:relays[]sandbox.test", "ciissversion:2", "bulbil generation:0 genes:")
          .doesNotContain("parent:");
      assertThat(descriptor.address().getHostAddress()).isEqualTo(tenant(relay).address());
      remember(descriptor);
    }
    assertThat(wallets()).doesNotHaveDuplicates();
    assertThat(wallets()).extracting(Address::text).allMatch(it -> it.startsWith("bcrt1q"));
  }

  /** Blocks are held back, so that the kill comes between broadcast and confirmation. */
  @Test
  @Order(2)
  void anAgentKilledRightAfterItPaidResumesAndPaysNothingTwice() throws Exception {
    giveEachItsGift();
    var chain = place().market().chain().chain();
    chain.changeMinersFloor(NOTHING_IS_MINED);
    var payment = await("a payment", LIMIT, () -> spending(STEADY));
    assertThat(payment.place()).isInstanceOf(Place.Waiting.class);
    saboteur().killAgent(tenant(STEADY));
    saboteur().awaitPage(tenant(STEADY));
    chain.changeMinersFloor(ANYTHING_IS_MINED);
    var token = tenant(STEADY).token();
    until("credit", LIMIT, () -> onlooker().credited(token).size() == 2);
    var paid = onlooker().transaction(onlooker().credited(token).getLast().txid());
    // The same bytes, or a higher bid from the same coins, if it had to wait.
    assertThat(paid.coins()).isEqualTo(payment.coins());
    assertThat(onlooker().spendings(wallet(STEADY)))
        .singleElement()
        .satisfies(only -> assertThat(only.id()).isEqualTo(paid.id()));
    assertThat(onlooker().nothingWasPaidTwice()).isTrue();
  }

  private void giveEachItsGift() {
    give(RICH, MUCH);
    give(STEADY, ENOUGH);
    give(SPARE, ENOUGH);
    give(GIVER, LITTLE);
  }

  private Optional<Located> spending(String hostname) {
    return onlooker().spendings(wallet(hostname)).stream().findFirst();
  }

  @Test
  @Order(3)
  void aGiftBecomesCreditAndALaterEndOfTheLease() throws Exception {
    var tenant = tenant(STEADY);
    var paid = onlooker().credited(tenant.token()).getLast();
    assertThat(Onlooker.spendsFrom(wallet(STEADY), onlooker().transaction(paid.txid()))).isTrue();
    assertThat(paid.received()).isEqualTo(paid.price());
    assertThat(paid.credited()).isEqualTo(Cents.dollars(19));
    until("a top-up", LIMIT, () -> !onlooker().toppedUp(tenant).isEmpty());
    var topUp = onlooker().toppedUp(tenant).getFirst();
    assertThat(topUp.token()).isEqualTo(tenant.token());
    assertThat(topUp.expiry())
        .isEqualTo(onlooker().firstEnd(tenant).plus(SmallWorld.DAY.times(topUp.days())))
        .isAfter(onlooker().firstEnd(tenant));
  }

  /** The parent is killed once more, between the child's payment and its launch. */
  @Test
  @Order(4)
  void aRichRelayPlantsOneChildFromItsOwnCoins() throws Exception {
    var endowment = await("an endowment", LIMIT, this::endowment);
    saboteur().killAgent(tenant(RICH));
    var launch = await("a launch on it", LONG, () -> onlooker().launchOn(endowment.token()));
    until("a server", LIMIT, () -> onlooker().tenants().size() == FOUNDERS.size() + 1);
    born = Optional.of(tenant(launch.hostname()));
    var paid = onlooker().credited(endowment.token());
    assertThat(paid).hasSize(1);
    assertThat(onlooker().comesFrom(wallet(RICH), onlooker().transaction(paid.getFirst().txid())))
        .isTrue();
    assertThat(onlooker().nothingWasPaidTwice()).isTrue();
  }

  /** A paid invoice for a token that nobody of the first relays has. */
  private Optional<Event.InvoiceMade> endowment() {
    var known = FOUNDERS.stream().map(relay -> tenant(relay).token()).toList();
    return onlooker().book().all(Event.InvoiceMade.class).stream()
        .filter(invoice -> !known.contains(invoice.token()))
        .filter(invoice -> onlooker().received(Address.parse(invoice.address())) > 0)
        .findFirst();
  }

  @Test
  @Order(5)
  void theChildAppearsAsItsParentsAndGetsItsStartGift() throws Exception {
    var name = child().hostname();
    until("the child runs", LONG, () -> onlooker().running().contains(name));
    place().note("the child is Running");
    assertThat(place().disk(child().address()).resolve("console.log"))
        .as("its parent handed its own program on")
        .content()
        .contains("the bundle came from http://" + tenant(RICH).address() + ":8080/bundle/");
    assertThat(onlooker().descriptor(name).orElseThrow().contact())
        .contains("bulbil generation:1 parent:" + fingerprint(RICH) + " genes:");
    remember(onlooker().descriptor(name).orElseThrow());
    assertThat(wallets()).doesNotHaveDuplicates();
    until("a start gift", LIMIT, () -> onlooker().received(wallet(name)) == START_GIFT);
    var launches = onlooker().book().all(Event.Launched.class);
    assertThat(launches).filteredOn(it -> it.token().equals(child().token())).hasSize(1);
  }

  @Test
  @Order(6)
  void aTorThatIsKilledComesBackAsTheSameRelay() throws Exception {
    var dead = await("tor", LIMIT, () -> saboteur().tor(tenant(SPARE)));
    dead.kill();
    until(
        "another tor",
        LIMIT,
        () -> saboteur().tor(tenant(SPARE)).filter(it -> !it.equals(dead)).isPresent());
    var now = java.time.Instant.now();
    until(
        "a new consensus",
        LIMIT,
        () -> onlooker().consensus().filter(it -> it.validAfter().isAfter(now)).isPresent());
    assertThat(onlooker().running()).contains(SPARE);
    assertThat(onlooker().descriptor(SPARE).orElseThrow().fingerprint())
        .isEqualTo(fingerprint(SPARE));
  }

  /** Its agent is killed once more, right after the will was sent. */
  @Test
  @Order(7)
  void aRelayThatCannotStayGivesTheRestToTheBeneficiaryBeforeItsEnd() throws Exception {
    var tenant = tenant(GIVER);
    var seen = await("a will", LONG, () -> spending(GIVER));
    saboteur().killAgent(tenant);
    var end = await("its end", LONG, () -> onlooker().end(tenant));
    var will = onlooker().transaction(seen.id().toString());
    assertThat(onlooker().spendings(wallet(GIVER))).hasSize(1);
    assertThat(Onlooker.paidTo(place().market().beneficiary(), will))
        .isEqualTo(LITTLE - will.fee().value())
        .isGreaterThan(LITTLE / 2);
    assertThat(will.place())
        .isInstanceOfSatisfying(
            Place.Confirmed.class, block -> assertThat(block.time()).isBefore(end.at()));
    assertThat(((Event.Ended) end.event()).by()).isEqualTo(EndedBy.EXPIRATION);
    assertNothingIsLeft(tenant);
  }

  private void assertNothingIsLeft(Tenant tenant) throws InterruptedException {
    var disk = place().disk(tenant.address());
    until("its disk is wiped", LIMIT, () -> !java.nio.file.Files.exists(disk));
    assertThat(Processes.in(disk)).isEmpty();
    until("it has left", LIMIT, () -> !onlooker().running().contains(tenant.hostname()));
  }

  @Test
  @Order(8)
  void aRelayWithoutGiftsDiesWithoutAWillAndAGiftToItIsLost() throws Exception {
    var tenant = tenant(POOR);
    var end = await("its end", LONG, () -> onlooker().end(tenant));
    assertThat(((Event.Ended) end.event()).by()).isEqualTo(EndedBy.EXPIRATION);
    assertThat(end.at()).isAfterOrEqualTo(onlooker().firstEnd(tenant));
    assertThat(onlooker().toppedUp(tenant)).isEmpty();
    assertThat(onlooker().received(wallet(POOR))).isZero();
    assertNothingIsLeft(tenant);
    give(POOR, TOO_LATE);
    assertThat(onlooker().spendings(wallet(POOR))).isEmpty();
  }

  /** A gift comes while the provider's API is gone for a day. */
  @Test
  @Order(9)
  void relaysLiveThroughAnOutageOfTheProviderAndUseTheGiftThatCameMeanwhile() throws Exception {
    var deaths = onlooker().book().all(Event.Ended.class).size();
    place().market().provider().unplug();
    give(SPARE, ENOUGH);
    Thread.sleep(SmallWorld.DAY.length());
    assertThat(onlooker().running()).contains(RICH, STEADY, SPARE, child().hostname());
    assertThat(onlooker().book().all(Event.Ended.class)).hasSize(deaths);
    place().market().provider().plugIn();
    awaitCreditFromTheNewestGiftTo(SPARE);
  }

  /** A gift comes while one chain server takes questions and never answers. */
  @Test
  @Order(10)
  void relaysLiveOnWhatOneChainServerSaysWhileTheOtherIsSilent() throws Exception {
    place().firstEsplora("silent");
    give(STEADY, ENOUGH);
    awaitCreditFromTheNewestGiftTo(STEADY);
    place().firstEsplora("none");
  }

  private void awaitCreditFromTheNewestGiftTo(String hostname) throws InterruptedException {
    var token = tenant(hostname).token();
    var gift = onlooker().newestCoin(wallet(hostname));
    until(
        "credit",
        LIMIT,
        () ->
            onlooker().credited(token).stream()
                .map(paid -> onlooker().transaction(paid.txid()))
                .anyMatch(paid -> Onlooker.spends(gift, paid)));
    assertThat(onlooker().nothingWasPaidTwice()).isTrue();
  }

  @Test
  @Order(11)
  void aPageAndTenMegabytesPassThreeOfTheRelays() throws Exception {
    var network = place().world().network();
    var ready = network.awaitTraffic(LONG);
    assertThat(ready.answer()).as(ready.summary()).isPresent();
    var hops = List.of(fingerprint(RICH), fingerprint(SPARE), fingerprint(STEADY));
    for (var path : List.of(Website.PAGE, Website.TEN_MEGABYTES)) {
      var fetched = await("fetch " + path, LONG, () -> network.fetchThrough(hops, path).answer());
      assertThat(fetched).extracting(Fetched::sha256).isEqualTo(hashWithoutTor(path));
      place().note(path + " came through three relays: " + fetched);
    }
  }

  private String hashWithoutTor(String path) throws Exception {
    var uri = place().world().network().website().resolve(path);
    try (var http = new Http(new Http.Limits(LIMIT, 20_000_000))) {
      var body = http.get(uri).answer().orElseThrow().body();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    }
  }

  /** Every half a second something is killed: an agent, a tor, or the provider in mid-request. */
  @Test
  @Order(12)
  void aStormOfKillsIsOutlived() throws Exception {
    var strikes = new CopyOnWriteArrayList<Strike>();
    var settings = new StormSettings(Duration.ofMillis(500), Reach.PROCESSES);
    var storm =
        Storm.start(place().world(), settings, new SystemTime(), Dice.seeded(12), strikes::add);
    try (storm) {
      until("twenty strikes", LIMIT, () -> strikes.size() >= 20);
    }
    place().note("struck: " + strikes.stream().map(Strike::what).toList());
    assertThat(strikes).extracting(Strike::what).contains("agent", "tor", "provider");
    assertThat(storm.awaitCalm()).isEmpty();
    assertThat(place().market().provider().isOpen()).isTrue();
  }

  @Test
  @Order(13)
  void theAccountAddsUpAndIsWhatWasSeen() throws Exception {
    var audit = place().world().audit();
    var total = audit.total();
    assertThat(audit.difference()).as("%s", audit.findings()).isZero();
    assertThat(total.received().value()).isEqualTo(given() + START_GIFT);
    assertThat(total.lost().value()).isEqualTo(TOO_LATE);
    assertThat(total.rent().value()).isEqualTo(rentPaidByRelays());
    var will = onlooker().received(place().market().beneficiary());
    assertThat(total.given().value()).isEqualTo(will + START_GIFT);
    assertThat(onlooker().nothingWasPaidTwice()).isTrue();
    var harm = place().world().harm();
    assertThat(harm.isNone()).as("%s", harm).isTrue();
    assertThat(harm.lost(Cause.GIVEN_TO_THE_DEAD).value()).isEqualTo(TOO_LATE);
    place().note("the account: " + total);
  }

  /** What was paid to invoices, without the first one of each first relay. */
  private long rentPaidByRelays() {
    return onlooker().book().all(Event.InvoicePaid.class).stream()
        .skip(FOUNDERS.size())
        .mapToLong(paid -> paid.received().value())
        .sum();
  }

  @Test
  @Order(14)
  void afterTheEndNoProcessIsLeftAndNoPortIsHeld() throws Exception {
    var uris = new ArrayList<URI>(place().market().chain().esplora());
    uris.add(place().market().provider().uri());
    uris.add(place().world().network().website());
    uris.addAll(place().world().network().authorities());
    var socks = place().world().network().socks();
    var servers = onlooker().tenants().stream().map(Tenant::address).toList();
    assertThat(Processes.in(folder)).isNotEmpty();
    place().close();
    assertThat(Processes.in(folder)).isEmpty();
    assertThat(uris).allMatch(uri -> SmallWorld.isFree(uri.getHost(), uri.getPort()));
    assertThat(SmallWorld.isFree(socks.getHostString(), socks.getPort())).isTrue();
    assertThat(servers).allMatch(it -> SmallWorld.isFree(it, RelaySettingsText.OR_PORT));
  }
}
