package org.bulbil.atlas.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Span;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.testing.DemoSite;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorldTest {

  @TempDir static Path folder;
  private static DemoSite site;

  @BeforeAll
  static void open() {
    site = new DemoSite(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static List<Relay> relays() {
    return site.newest().get().relays();
  }

  /** Aim: nobody can pay or reach anybody by accident. */
  @Test
  void nothingInItIsReal() {
    assertThat(relays())
        .hasSize(DemoNetwork.STRANGERS + DemoNetwork.OURS)
        .flatMap(Relay::addresses)
        .hasSizeGreaterThan(60)
        .allMatch(address -> address.chain() == Chain.REGTEST);
    assertThat(relays())
        .flatMap(relay -> relay.details().orAddresses())
        .allMatch(a -> a.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\..*|\\[2001:db8:.*"));
  }

  /** Aim: three generations, births and deaths, and one orphan. */
  @Test
  void itHasALineage() {
    var ours = relays().stream().filter(relay -> relay.heritage().isPresent()).toList();
    assertThat(ours.stream().map(r -> r.heritage().orElseThrow().lineage().generation()))
        .contains(0, 1, 2);
    assertThat(ours).anyMatch(relay -> !relay.details().running());
    var known = relays().stream().map(r -> r.fingerprint().value()).collect(Collectors.toSet());
    assertThat(ours)
        .filteredOn(r -> r.heritage().orElseThrow().lineage().parent().isPresent())
        .filteredOn(r -> !known.contains(r.heritage().orElseThrow().lineage().parent().get()))
        .hasSize(1);
  }

  /** Aim: there is something to draw for every span. */
  @Test
  void itHasHistoriesOfAllSpans() {
    var spans = new HashSet<Span>();
    for (var relay : relays()) {
      for (var series : site.store().histories(relay.fingerprint().value(), Chronicle.UPTIME)) {
        spans.addAll(series.graphs().keySet());
      }
    }
    assertThat(spans).containsExactlyInAnyOrder(Span.values());
  }

  /** Aim: the same hour is the same network, so that pictures of it can be compared. */
  @Test
  void theSameHourIsTheSameNetwork(@TempDir Path other) {
    try (var again = new DemoSite(other)) {
      assertThat(again.newest().get().relays()).isEqualTo(relays());
    }
  }
}
