package org.bulbil.cli.launch;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulbil.agent.launch.Bill;
import org.bulbil.agent.launch.Budget;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.Turn;
import org.bulbil.agent.launch.Turn.Obstacle;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.money.Sats;
import org.bulbil.hosting.PaymentRequest;
import org.bulbil.tor.Fingerprint;
import org.jspecify.annotations.Nullable;

/** One JSON object a line for scripts on one stream; words for people on another. */
final class LaunchJson implements LaunchShow {

  private static final Jsonb JSON = Jsonb.instance();

  private final PrintWriter scripts;
  private final PrintWriter people;
  private final Map<Long, Founder.State> shown = new HashMap<>();
  private Sats missing = Sats.ZERO;
  private String obstacle = "";

  LaunchJson(PrintWriter scripts, PrintWriter people) {
    this.scripts = scripts;
    this.people = people;
  }

  /** Where to pay. */
  @Json
  record Ask(String event, String address, long sat, String uri) {}

  /** What has to be sent besides; 0 where nothing has. */
  @Json
  record Missing(String event, long sat) {}

  /** What only a person can get out of the way. */
  @Json
  record Stopped(String event, String why) {}

  /**
   * A relay is in a new state.
   *
   * @param paidUntil ISO-8601
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record RelayLine(
      String event,
      String name,
      String region,
      String state,
      @Nullable String fingerprint,
      @Nullable String address,
      @Nullable String paidUntil) {

    static RelayLine of(Founder founder) {
      return new RelayLine(
          "relay",
          founder.hostname().value(),
          founder.genome().region(),
          founder.state().name().toLowerCase(Locale.ROOT),
          founder.fingerprint().map(Fingerprint::value).orElse(null),
          founder.address().orElse(null),
          founder.paidUntil().map(Instant::toString).orElse(null));
    }
  }

  /** How far it came; {@code joined} of {@code relays} are Running and of the family. */
  @Json
  record End(String event, int relays, long running, long joined) {}

  @Override
  public void bill(Bill bill, Budget budget) {
    print(BillLine.of(bill, budget));
  }

  @Override
  public void ask(Address address, Sats amount) {
    print(
        new Ask(
            "pay",
            address.toString(),
            amount.value(),
            new PaymentRequest(address.toString(), amount).uri()));
  }

  @Override
  public void progress(String words) {
    people.println(words);
    people.flush();
  }

  @Override
  public void turn(Turn turn) {
    turn.founders().forEach(this::relay);
    if (!turn.missing().equals(missing)) {
      missing = turn.missing();
      print(new Missing("missing", missing.value()));
    }
    var words = turn.obstacle().map(Obstacle::words).orElse("");
    if (!words.equals(obstacle)) {
      obstacle = words;
      print(new Stopped("stopped", words));
    }
  }

  private void relay(Founder founder) {
    if (shown.put(founder.id(), founder.state()) != founder.state()) {
      print(RelayLine.of(founder));
    }
  }

  @Override
  public void table(List<Founder> founders) {
    founders.forEach(founder -> print(RelayLine.of(founder)));
    print(
        new End(
            "end",
            founders.size(),
            founders.stream().filter(Founder::hasRun).count(),
            founders.stream().filter(it -> it.state() == Founder.State.JOINED).count()));
  }

  private void print(Object line) {
    scripts.println(JSON.toJson(line));
    scripts.flush();
  }
}
