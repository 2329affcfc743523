package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bulbil.core.lease.Region;
import org.junit.jupiter.api.Test;

/** The next region is far from those before, and none is lost. */
class RegionOrderTest {

  private static List<String> order(String... slugs) {
    var regions = Stream.of(slugs).map(slug -> new Region(slug, slug)).toList();
    return RegionOrder.diverse(regions).stream().map(Region::slug).toList();
  }

  @Test
  void continentsTakeTurnsAndThinOnesBegin() {
    assertThat(order("ewr", "ord", "ams", "fra", "syd", "nrt", "jnb"))
        .containsExactly("jnb", "syd", "nrt", "ewr", "ams", "ord", "fra");
  }

  @Test
  void numbersBehindTheAirportAndUnknownPlacesAreUnderstood() {
    assertThat(order("fra1", "nyc3", "sgp1", "moonbase"))
        .containsExactly("sgp1", "nyc3", "fra1", "moonbase");
  }

  @Test
  void everyRegionStaysWhateverThereIs() {
    assertThat(order("ams", "lhr", "fra", "cdg")).containsExactly("ams", "lhr", "fra", "cdg");
    assertThat(order()).isEmpty();
  }
}
