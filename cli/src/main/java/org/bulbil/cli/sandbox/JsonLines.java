package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.reader.Readings;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.world.SandboxWorld;
import org.jspecify.annotations.Nullable;

/** One JSON object a line for scripts on one stream; words for people on another. */
final class JsonLines implements Show {

  private static final Jsonb JSON = Jsonb.instance();

  private final PrintStream scripts;
  private final PrintStream people;

  JsonLines(PrintStream scripts, PrintStream people) {
    this.scripts = scripts;
    this.people = people;
  }

  /** All first relays are Running. */
  @Json
  record Ready(String event, double seconds, int relays) {}

  /**
   * A life event.
   *
   * @param relay fingerprint, or hostname before that is known
   * @param sat left out where no money moved on the chain
   */
  @Json
  record Life(String event, String relay, String region, int generation, @Nullable Long sat) {}

  /**
   * A process was killed.
   *
   * @param what {@code agent}, {@code tor}, {@code web}, {@code server} or {@code provider}
   * @param relay fingerprint, or hostname before that is known; left out for the provider
   * @param moment of the provider's death: {@code at_once}, {@code before_an_act} or {@code
   *     after_an_act}; left out for others
   */
  @Json
  record Killed(String event, String what, @Nullable String relay, @Nullable String moment) {}

  /**
   * The chain was disturbed.
   *
   * @param blocks left out where none were reorganised
   */
  @Json
  record Disturbed(String event, String what, @Nullable Integer blocks) {}

  /** The account, in satoshis. */
  @Json(naming = Json.Naming.LowerUnderscore)
  record AccountLine(
      String event,
      long receivedSat,
      long rentSat,
      long feesSat,
      long givenSat,
      long heldSat,
      long lostSat,
      long differenceSat) {}

  @Override
  public void progress(String words) {
    people.println(words);
  }

  @Override
  public void watch(SandboxWorld world) {}

  @Override
  public void happened(LifeEvent event) {
    var relay = event.relay();
    print(
        new Life(
            event.kind().word(),
            relay.name(),
            relay.region(),
            relay.generation(),
            event.moved().map(Sats::value).orElse(null)));
  }

  @Override
  public void struck(Strike strike) {
    print(
        switch (strike) {
          case Strike.Agent(var relay) -> killed(strike, relay.name(), null);
          case Strike.Tor(var relay) -> killed(strike, relay.name(), null);
          case Strike.Web(var relay) -> killed(strike, relay.name(), null);
          case Strike.Server(var relay) -> killed(strike, relay.name(), null);
          case Strike.Provider(var moment, _) ->
              killed(strike, null, moment.name().toLowerCase(Locale.ROOT));
          case Strike.Cut _ -> new Disturbed("cut", strike.what(), null);
          case Strike.Eviction _ -> new Disturbed("evicted", strike.what(), null);
          case Strike.Reorganisation(int depth) ->
              new Disturbed("reorganised", strike.what(), depth);
        });
  }

  private static Killed killed(Strike strike, @Nullable String relay, @Nullable String moment) {
    return new Killed("killed", strike.what(), relay, moment);
  }

  @Override
  public void storm(StormReport report) {
    print(StormLine.of(report));
    StormText.lines(report).forEach(people::println);
  }

  @Override
  public void site(Readings readings) {
    print(SiteText.line(readings));
    SiteText.lines(readings).forEach(people::println);
  }

  @Override
  public void ready(int relays, Duration after) {
    print(new Ready("ready", after.toMillis() / 1000.0, relays));
  }

  @Override
  public void account(Audit audit) {
    var total = audit.total();
    print(
        new AccountLine(
            "account",
            total.received().value(),
            total.rent().value(),
            total.fees().value(),
            total.given().value(),
            total.held().value(),
            total.lost().value(),
            audit.difference()));
    AccountText.findings(audit).forEach(people::println);
  }

  private void print(Object line) {
    var text = JSON.toJson(line);
    synchronized (scripts) {
      scripts.println(text);
      scripts.flush();
    }
  }

  @Override
  public void close() {}
}
