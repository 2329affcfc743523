package org.bulbil.agent.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Region;
import org.bulbil.core.policy.Demand;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.Catalogue;
import org.bulbil.tor.Fingerprint;

/**
 * Judges whether a copy of the site is missing, and whether it is ours to plant: that of the living
 * whose fingerprint is the smallest, so that all who see the same come to the same. Two who see
 * different things plant one too many, which costs money and harms nobody. Knows no clock but what
 * it is told, and nobody but whom it is told of. One thread.
 */
final class Copies {

  /** A server that is rebooted or mended is back within three hours of a day. */
  private static final int PATIENCE_PART_OF_DAY = 8;

  /**
   * Times to live: one until a server that restarts is taken out of the name, and some until it is
   * back in it. Counts where days are short.
   */
  private static final int PATIENCE_TTLS = 5;

  private final int wanted;
  private final Duration patience;
  private Optional<Instant> missingSince = Optional.empty();
  private Demand demand = Demand.MET;
  private Set<String> places = Set.of();

  /**
   * @param wanted copies that are to live, this one among them
   * @param ttl of the name
   */
  Copies(int wanted, Day day, Duration ttl) {
    this.wanted = wanted;
    this.patience =
        Collections.max(
            List.of(day.fraction(1, PATIENCE_PART_OF_DAY), ttl.multipliedBy(PATIENCE_TTLS)));
  }

  /**
   * Takes note of who lives.
   *
   * @param self the own fingerprint
   * @param region the own one
   * @param others the living siblings
   */
  void see(Fingerprint self, String region, List<Sibling> others, Instant now) {
    places = others.stream().map(it -> it.page().region()).collect(Collectors.toSet());
    places.add(region);
    boolean isMissing = others.size() + 1 < wanted;
    missingSince = isMissing ? missingSince.or(() -> Optional.of(now)) : Optional.empty();
    boolean isLong = missingSince.filter(since -> !since.plus(patience).isAfter(now)).isPresent();
    boolean isOurs = others.stream().allMatch(it -> self.compareTo(it.fingerprint()) < 0);
    demand = isLong && isOurs ? Demand.OPEN : Demand.MET;
  }

  /** Nobody knows who lives: then none is planted, and waiting begins again. */
  void seeNothing() {
    missingSince = Optional.empty();
    demand = Demand.MET;
  }

  Demand demand() {
    return demand;
  }

  /** The genome in a region where none lives, if there is one. */
  Genome placed(Genome drawn, Catalogue offers) {
    return places.contains(drawn.region())
        ? offers.regions().stream()
            .map(Region::slug)
            .filter(slug -> !places.contains(slug))
            .findFirst()
            .map(drawn::withRegion)
            .orElse(drawn)
        : drawn;
  }
}
