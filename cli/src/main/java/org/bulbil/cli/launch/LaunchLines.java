package org.bulbil.cli.launch;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bulbil.agent.launch.Bill;
import org.bulbil.agent.launch.Budget;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.Turn;
import org.bulbil.bitcoin.Address;
import org.bulbil.cli.console.QrBlocks;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.tor.Fingerprint;

/** Lines for people. */
final class LaunchLines implements LaunchShow {

  private final PrintWriter out;
  private String last = "";

  LaunchLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void bill(Bill bill, Budget budget) {
    BillText.of(bill, budget).forEach(this::progress);
  }

  @Override
  public void ask(Address address, Sats amount) {
    var uri = new PaymentRequest(address.toString(), amount).uri();
    QrBlocks.of(uri).forEach(this::progress);
    progress("Send %s to %s".formatted(amount, address));
    progress(uri);
    progress("What is not used can be sent back with 'bulbil launch sweep'.");
  }

  @Override
  public void progress(String words) {
    out.println(words);
    out.flush();
  }

  @Override
  public void turn(Turn turn) {
    var words = words(turn);
    if (!words.equals(last)) {
      last = words;
      progress(words);
    }
  }

  private static String words(Turn turn) {
    var counts =
        Arrays.stream(Founder.State.values())
            .map(state -> count(turn, state))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    var coming = turn.hoped().isPositive() ? "; %s wait for a block".formatted(turn.hoped()) : "";
    var missing = turn.missing().isPositive() ? "; %s are missing".formatted(turn.missing()) : "";
    return counts + coming + missing + turn.obstacle().map(it -> "; " + it.words()).orElse("");
  }

  private static String count(Turn turn, Founder.State state) {
    long count = turn.founders().stream().filter(founder -> founder.state() == state).count();
    return count == 0 ? "" : count + " " + state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void table(List<Founder> founders) {
    progress(
        "%-19s %-6s %-40s %-15s %-16s %s"
            .formatted("server", "region", "fingerprint", "address", "paid until", "state"));
    founders.forEach(founder -> progress(row(founder)));
  }

  private static String row(Founder founder) {
    return "%-19s %-6s %-40s %-15s %-16s %s"
        .formatted(
            founder.hostname(),
            founder.genome().region(),
            founder.fingerprint().map(Fingerprint::value).orElse("-"),
            founder.address().orElse("-"),
            founder.paidUntil().map(LaunchLines::minute).orElse("-"),
            founder.words());
  }

  /** {@code 2026-12-07T05:30Z}. */
  private static String minute(Instant moment) {
    return moment.toString().substring(0, 16) + "Z";
  }
}
