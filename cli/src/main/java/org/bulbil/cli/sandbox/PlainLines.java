package org.bulbil.cli.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.reader.Readings;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.world.SandboxWorld;

/** Lines for people, one after the other: for a file, a pipe, a log. */
final class PlainLines implements Show {

  private final PrintStream out;
  private final Time time;
  private final Instant start;

  PlainLines(PrintStream out, Time time, Instant start) {
    this.out = out;
    this.time = time;
    this.start = start;
  }

  @Override
  public void progress(String words) {
    print(words);
  }

  @Override
  public void watch(SandboxWorld world) {}

  @Override
  public void happened(LifeEvent event) {
    print(inWords(event));
  }

  @Override
  public void struck(Strike strike) {
    print(StormText.inWords(strike));
  }

  @Override
  public void storm(StormReport report) {
    StormText.lines(report).forEach(out::println);
  }

  @Override
  public void site(Readings readings) {
    SiteText.lines(readings).forEach(out::println);
  }

  /** As in {@code gift bulbilewr1 (ewr, generation 0): 4000 sat}. */
  static String inWords(LifeEvent event) {
    var relay = event.relay();
    return "%-13s %s (%s, generation %d)%s"
        .formatted(
            event.kind().word(),
            relay.hostname(),
            relay.region(),
            relay.generation(),
            event.moved().map(moved -> ": " + moved).orElse(""));
  }

  @Override
  public void ready(int relays, Duration after) {
    print("all %d relays are Running in the consensus".formatted(relays));
  }

  @Override
  public void account(Audit audit) {
    AccountText.lines(audit).forEach(out::println);
  }

  private void print(String words) {
    var seconds = Duration.between(start, time.now()).toMillis() / 1000.0;
    out.println(String.format(Locale.ROOT, "%7.1f s  %s", seconds, words));
  }

  @Override
  public void close() {}
}
