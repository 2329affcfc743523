package org.bulbil.atlas.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Lineage;

/** Who is in the invented network: strangers, and three generations of ours. */
final class DemoNetwork {

  static final int STRANGERS = 262;
  static final int OURS = 42;

  private static final int FOUNDERS = 4;

  /** The first number of ours. */
  private static final int FIRST = 1000;

  private static final Duration OLDEST = Duration.ofDays(6 * 365);

  private static final List<String> FIRST_HALVES =
      List.of(
          "quiet", "amber", "north", "river", "cobalt", "paper", "winter", "silver", "moss",
          "copper", "hollow", "bright", "little", "salt", "ember", "cedar");
  private static final List<String> SECOND_HALVES =
      List.of(
          "harbor", "meadow", "lantern", "fox", "onion", "bridge", "garden", "owl", "stone",
          "heron", "mill", "thistle", "anchor", "finch");

  private final Instant now;

  DemoNetwork(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.HOURS);
  }

  Instant now() {
    return now;
  }

  List<DemoRelay> relays() {
    var relays = new ArrayList<DemoRelay>();
    for (int number = 0; number < STRANGERS; number++) {
      relays.add(stranger(number));
    }
    for (int place = 0; place < OURS; place++) {
      relays.add(ours(place));
    }
    return relays;
  }

  private DemoRelay stranger(int number) {
    var word = "stranger " + number;
    double age = Math.pow(Fortune.share(word + " age"), 2);
    boolean isGone = Fortune.share(word + " fate") < 0.06;
    return new DemoRelay(
        number,
        Fortune.one(word + " first", FIRST_HALVES)
            + Fortune.one(word + " second", SECOND_HALVES)
            + (number % 7 == 0 ? "" : number % 100),
        before((long) (3 + age * OLDEST.toHours())),
        isGone ? before(2 + Fortune.number(word + " gone", 150)) : now,
        2e5 * Math.pow(400, Fortune.share(word + " speed")),
        Optional.empty());
  }

  /** A founder, a child of one, or a child of a child: parents stand before their children. */
  private DemoRelay ours(int place) {
    var word = "bulbil " + place;
    int generation = place < FOUNDERS ? 0 : place < OURS / 2 ? 1 : 2;
    long age = (long) ((3 - generation) * 24 * (70 + 90 * Fortune.share(word + " age")));
    boolean isDead = place % 9 == 8;
    return new DemoRelay(
        FIRST + place,
        "bulbil" + place,
        before(place == OURS - 1 ? 20 : age),
        isDead ? before(3 + Fortune.number(word + " death", 140)) : now,
        3e6 * (1 + 3 * Fortune.share(word + " speed")),
        Optional.of(heritage(place, generation)));
  }

  private static Heritage heritage(int place, int generation) {
    var genes = HexFormat.of().formatHex(Fortune.bytes("genes " + place, 4));
    var lineage =
        generation == 0
            ? Lineage.FOUNDER
            : new Lineage(generation, Optional.of(parent(place, generation)));
    var family = Base64.getEncoder().withoutPadding().encodeToString(Fortune.bytes("family"));
    return new Heritage(lineage, genes, Optional.of(new FamilyId(family)));
  }

  /** One of the generation before; one parent has left the map long ago. */
  private static String parent(int place, int generation) {
    if (place == OURS - 2) {
      return DemoRelay.fingerprint(FIRST + 9999).value();
    }
    int number =
        generation == 1
            ? place % FOUNDERS
            : FOUNDERS + Fortune.number("parent of " + place, OURS / 2 - FOUNDERS);
    return DemoRelay.fingerprint(FIRST + number).value();
  }

  private Instant before(long hours) {
    return now.minus(Duration.ofHours(hours));
  }
}
