package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Catalogue;
import org.junit.jupiter.api.Test;

/** What a launch costs, and what it is refused for before it costs anything. */
class BillTest {

  private static final Plan SMALL = new Plan("small", Cents.of(20), 1, 512, 10, 1, true);
  private static final Plan USUAL = new Plan("usual", Cents.of(38), 1, 1024, 25, 1, true);
  private static final Plan LARGE = new Plan("large", Cents.of(90), 2, 4096, 80, 2, true);
  private static final Plan NEW = new Plan("new", Cents.of(30), 1, 1024, 25, 1, false);
  private static final Catalogue OFFERS =
      new Catalogue(
          List.of(SMALL, NEW, LARGE, USUAL),
          List.of(new Region("ewr", "New Jersey"), new Region("ams", "Amsterdam")));

  private static Request request(String plan, String... regions) {
    return new Request(
        1,
        "u",
        "vultr",
        "regtest",
        List.of(),
        List.of(),
        List.of(regions),
        2,
        plan,
        14,
        0,
        "",
        List.of(),
        List.of(),
        "",
        "",
        "",
        Ways.USUAL,
        SiteRequest.NONE,
        "");
  }

  private static Bill bill() {
    var choice = Choice.of(request("", "all"), OFFERS).answer().orElseThrow();
    return new Bill(
        choice,
        14,
        Cents.of(532),
        Cents.dollars(5),
        Rate.ofDollars(100_000),
        FeeRate.ofSatPerVb(2));
  }

  @Test
  void theCheapestPlanThatWillDoIsTaken() {
    assertThat(bill().choice().plan()).isEqualTo(USUAL);
  }

  @Test
  void aPlanWithoutIpv4OrTooSmallOrUnknownIsRefusedInWords() {
    assertThat(Choice.of(request("new", "all"), OFFERS).summary()).contains("IPv4");
    assertThat(Choice.of(request("small", "all"), OFFERS).summary()).contains("512 MB");
    assertThat(Choice.of(request("huge", "all"), OFFERS).summary()).contains("usual", "large");
  }

  @Test
  void aRegionThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThat(Choice.of(request("", "ewr", "mars"), OFFERS)).isInstanceOf(Outcome.Refused.class);
    assertThat(Choice.of(request("", "mars"), OFFERS).summary()).contains("ewr, ams");
    assertThat(Choice.of(request("", "3"), OFFERS).summary()).contains("1 to 2");
    assertThat(Choice.of(request("", "1"), OFFERS).answer().orElseThrow().relays()).isEqualTo(2);
  }

  @Test
  void creditIsWholeDollarsAndTheRestIsFeesAndALittle() {
    var bill = bill();
    assertThat(bill.credit()).isEqualTo(Cents.dollars(6));
    assertThat(bill.total()).isEqualTo(Cents.dollars(24));
    assertThat(bill.sats()).isEqualTo(Sats.of(24_000));
    assertThat(bill.asked()).isBetween(Sats.of(25_000), Sats.of(28_000));
    assertThat(bill.most()).isGreaterThan(bill.expected());
  }

  @Test
  void aLimitBelowTheBillIsRefusedAndOneAboveHoldsForEveryPurchase() {
    assertThatThrownBy(() -> Budget.of(bill(), Cents.dollars(24)))
        .hasMessageContaining("$24.00 allowed");
    var budget = Budget.of(bill(), bill().least());
    var four = budget.worst(Cents.dollars(6)).times(4).plus(budget.reserve());
    assertThat(budget.most().covers(four)).isTrue();
  }
}
