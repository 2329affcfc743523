package org.bulbil.cli.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.cli.console.Terminal;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;
import org.bulbil.sandbox.reader.Readings;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.world.SandboxWorld;

/** A table that is redrawn in place once a second, for somebody who sits before it. */
final class LiveTable implements Show {

  private static final Duration FRAME = Duration.ofSeconds(1);

  /** Between two rounds through the status pages; an agent's beat is three seconds. */
  private static final Duration PULSE = Duration.ofSeconds(2);

  /** Remarks and events that are kept for the bottom of the table. */
  private static final int LATEST_MAX = 20;

  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR = "\u001b[2J";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private final Terminal terminal;
  private final Time time;
  private final Day day;
  private final Instant start;
  private final Tally tally = new Tally();
  private final Pulse pulse = new Pulse();
  private final Deque<String> latest = new ArrayDeque<>();
  private Optional<SandboxWorld> world = Optional.empty();
  private List<Worker> workers = List.of();
  private String state = "coming up";

  LiveTable(PrintStream out, Terminal terminal, Time time, Day day) {
    this.out = out;
    this.terminal = terminal;
    this.time = time;
    this.day = day;
    this.start = time.now();
  }

  @Override
  public synchronized void progress(String words) {
    latest.add(clock() + words);
    if (latest.size() > LATEST_MAX) {
      latest.remove();
    }
    if (world.isEmpty()) {
      out.println(latest.getLast());
    }
  }

  private String clock() {
    var seconds = Duration.between(start, time.now()).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%7.1f s  ", seconds);
  }

  @Override
  public synchronized void watch(SandboxWorld opened) {
    world = Optional.of(opened);
    out.print(HIDE_CURSOR + CLEAR);
    workers =
        List.of(
            repeat("table", this::draw, FRAME), repeat("pulse", () -> pulse.take(opened), PULSE));
  }

  private Worker repeat(String name, Runnable turn, Duration pause) {
    var worker =
        new Worker(
            name,
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                turn.run();
                time.pause(pause);
              }
            });
    worker.start();
    return worker;
  }

  private void draw() {
    var size = terminal.size();
    var frame = new StringBuilder(HOME);
    var lines = picture().lines(size);
    for (int i = 0; i < lines.size(); i++) {
      frame.append(i == 0 ? "" : "\r\n").append(lines.get(i)).append(CLEAR_LINE);
    }
    out.print(frame.append(CLEAR_BELOW));
    out.flush();
  }

  private synchronized Picture picture() {
    var relays = world.map(SandboxWorld::relays).orElse(List.of());
    var rows = relays.stream().map(relay -> new TableRow(relay, pulse.of(relay))).toList();
    return new Picture(time.now(), day, headline(rows), tally.line(), rows, List.copyOf(latest));
  }

  private String headline(List<TableRow> rows) {
    var alive = rows.stream().filter(row -> row.relay().isAlive()).toList();
    var running = alive.stream().filter(row -> row.relay().running().isPresent()).count();
    return String.format(
        Locale.ROOT,
        "bulbil sandbox · day %.1f · %d relays alive, %d Running · %s · Ctrl-C ends it",
        day.between(start, time.now()),
        alive.size(),
        running,
        state);
  }

  @Override
  public void happened(LifeEvent event) {
    tally.count(event);
    progress(PlainLines.inWords(event));
  }

  @Override
  public void struck(Strike strike) {
    tally.countStrike();
    progress(StormText.inWords(strike));
  }

  @Override
  public void storm(StormReport report) {
    StormText.lines(report).forEach(out::println);
  }

  @Override
  public void site(Readings readings) {
    SiteText.lines(readings).forEach(out::println);
  }

  @Override
  public void ready(int relays, Duration after) {
    state = String.format(Locale.ROOT, "all %d up after %.0f s", relays, after.toMillis() / 1000.0);
  }

  @Override
  public void account(Audit audit) {
    AccountText.lines(audit).forEach(out::println);
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
    if (!workers.isEmpty()) {
      draw();
      out.print(SHOW_CURSOR + "\r\n");
      out.flush();
    }
    workers = List.of();
  }
}
