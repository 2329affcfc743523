package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.PrintStream;
import java.time.Duration;
import org.bulbil.core.money.Sats;
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
