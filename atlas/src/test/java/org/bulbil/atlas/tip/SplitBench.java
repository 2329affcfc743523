package org.bulbil.atlas.tip;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.testing.Networks;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.BitcoinAddress.Kind;
import org.bulbil.core.money.Sats;
import org.bulbil.core.split.Candidate;
import org.bulbil.core.split.Rule;
import org.bulbil.core.split.Seed;
import org.bulbil.core.split.Split;

/** Figures of the split on the real relays of 2026-02-22: bench/tip-split. */
final class SplitBench {

  private static final List<Long> DONATIONS = List.of(100_000L, 10_000_000L);
  private static final String BLOCK = "0".repeat(19) + "2".repeat(45);
  private static final int ROUNDS = 40;

  /** Others may be busy on this machine; a processor's time is the figure to trust. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SplitBench() {}

  public static void main(String[] arguments) throws IOException {
    var network = Networks.real();
    DONATIONS.forEach(sat -> compare(network, sat));
    time(network);
  }

  private static void compare(Snapshot network, long sat) {
    say("%,d sat over all valid addresses of 2026-02-22", sat);
    say(
        "  %-24s %10s %9s %6s %8s %9s %5s",
        "rule", "recipients", "largest", "Gini", "HHI (AS)", "fee", "lost");
    row(Comparison.ours(network, sat, Optional.empty()));
    row(Comparison.ours(network, sat, Optional.of(BLOCK)));
    row(Comparison.onionTip(network, sat, false));
    row(Comparison.onionTip(network, sat, true));
  }

  private static void row(Comparison of) {
    say(
        "  %-24s %10d %8.1f%% %6.2f %8.3f %9d %5d",
        of.rule(), of.recipients(), 100 * of.largest(), of.gini(), of.hhi(), of.fee(), of.lost());
  }

  /** All relays as if each named an address, every second one another's. */
  private static List<Candidate> everybody(Snapshot network) {
    var candidates = new Candidates(network, Histories.NONE);
    var kinds = Kind.values();
    return IntStream.range(0, 10_000)
        .mapToObj(
            i ->
                candidates.candidate(
                    network.relays().get(i),
                    new BitcoinAddress(
                        "address" + i / 2, kinds[i / 2 % kinds.length], Chain.MAINNET)))
        .toList();
  }

  private static void time(Snapshot network) {
    var relays = everybody(network);
    for (var seed : List.of(Optional.<Seed>empty(), Optional.of(new Seed(BLOCK, BLOCK)))) {
      for (long sat : DONATIONS) {
        var millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
          long begun = THREADS.getCurrentThreadCpuTime();
          var split = Split.of(relays, Sats.of(sat), Rule.USUAL, seed).answer().orElseThrow();
          millis[i] = (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
          if (split.recipients().isEmpty()) {
            throw new IllegalStateException("nobody was paid");
          }
        }
        double first = millis[0];
        Arrays.sort(millis);
        say(
            "split of %,d sat over 10,000 relays%s: median %.1f ms of CPU (aim 50), the first %.1f ms",
            sat, seed.isPresent() ? " with lottery" : "", millis[ROUNDS / 2], first);
      }
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
