package org.bulbil.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.agent.site.SitePage.Payee;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Region;
import org.bulbil.core.policy.Demand;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** One of the living plants what is missing, where none is, after it has been missing for long. */
class CopiesTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Fingerprint SELF = fingerprint(5);

  private final Copies copies = new Copies(3, Day.REAL, Duration.ofSeconds(60));
  private Instant now = START;

  private static Fingerprint fingerprint(int number) {
    return new Fingerprint("%040X".formatted(number));
  }

  static Sibling sibling(int number, String region) {
    var page =
        new SitePage(
            1,
            "example.org",
            "bulbil" + number,
            region,
            fingerprint(number).value(),
            0,
            "",
            "00000000",
            "",
            "",
            "",
            "",
            1,
            new Payee("", ""),
            "",
            "");
    return new Sibling(InetAddress.ofLiteral("127.0.0." + number), page);
  }

  private Demand after(Duration span, Sibling... living) {
    now = now.plus(span);
    copies.see(SELF, "ewr", List.of(living), now);
    return copies.demand();
  }

  @Test
  void enoughAreEnough() {
    var both = new Sibling[] {sibling(6, "ams"), sibling(7, "sgp")};
    assertThat(after(Duration.ZERO, both)).isEqualTo(Demand.MET);
    assertThat(after(Duration.ofDays(9), both)).isEqualTo(Demand.MET);
  }

  @Test
  void whatIsMissingForThreeHoursIsWanted() {
    assertThat(after(Duration.ZERO, sibling(6, "ams"))).isEqualTo(Demand.MET);
    assertThat(after(Duration.ofMinutes(179), sibling(6, "ams"))).isEqualTo(Demand.MET);
    assertThat(after(Duration.ofMinutes(1), sibling(6, "ams"))).isEqualTo(Demand.OPEN);
  }

  /** A copy too many was planted while a killed web server was on its way back. */
  @Test
  void whereDaysAreShortARestartIsNoDeath() {
    var hasty = new Copies(2, new Day(Duration.ofSeconds(10)), Duration.ofSeconds(3));
    hasty.see(SELF, "ewr", List.of(), START);
    hasty.see(SELF, "ewr", List.of(), START.plusSeconds(14));
    assertThat(hasty.demand()).isEqualTo(Demand.MET);
    hasty.see(SELF, "ewr", List.of(), START.plusSeconds(15));
    assertThat(hasty.demand()).isEqualTo(Demand.OPEN);
  }

  @Test
  void whoIsBackInTimeWasNeverMissing() {
    assertThat(after(Duration.ZERO, sibling(6, "ams"))).isEqualTo(Demand.MET);
    after(Duration.ofHours(2), sibling(6, "ams"), sibling(7, "sgp"));
    assertThat(after(Duration.ofHours(2), sibling(6, "ams"))).isEqualTo(Demand.MET);
  }

  @Test
  void onlyTheSmallestOfTheLivingPlants() {
    after(Duration.ZERO, sibling(4, "ams"));
    assertThat(after(Duration.ofDays(9), sibling(4, "ams"))).isEqualTo(Demand.MET);
    assertThat(after(Duration.ZERO)).as("the last one").isEqualTo(Demand.OPEN);
  }

  /** The nameserver's silence is nobody's death. */
  @Test
  void whereNobodyIsSeenNobodyIsMissing() {
    after(Duration.ZERO);
    assertThat(after(Duration.ofDays(1))).isEqualTo(Demand.OPEN);
    copies.seeNothing();
    assertThat(copies.demand()).isEqualTo(Demand.MET);
    assertThat(after(Duration.ofDays(1))).isEqualTo(Demand.MET);
  }

  @Test
  void aCopyGoesWhereNoneLives() {
    var offers =
        new Catalogue(
            List.of(), Stream.of("ewr", "ams", "sgp").map(it -> new Region(it, it)).toList());
    var drawn = Genome.founder("ewr", "small");
    after(Duration.ZERO, sibling(6, "ams"));
    assertThat(copies.placed(drawn, offers).region()).isEqualTo("sgp");
    assertThat(copies.placed(drawn.withRegion("syd"), offers).region()).isEqualTo("syd");
    after(Duration.ZERO, sibling(6, "ams"), sibling(7, "sgp"));
    assertThat(copies.placed(drawn, offers)).as("no place is free").isEqualTo(drawn);
  }
}
