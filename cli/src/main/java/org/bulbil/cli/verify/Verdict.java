package org.bulbil.cli.verify;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bulbil.atlas.proof.Check;
import org.bulbil.atlas.proof.Finding;
import org.bulbil.atlas.proof.Trial;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * What came out, as it is printed. Texts are empty where something is not known.
 *
 * @param asked as it was typed
 * @param answer {@code yes}, {@code no} or {@code unknown}
 * @param why the whole of it in a sentence
 * @param address that the relay names
 * @param family that it names
 * @param checks in order, up to the first that failed
 */
@Json(naming = Json.Naming.LowerUnderscore)
record Verdict(
    String asked,
    String answer,
    String why,
    String fingerprint,
    String nickname,
    String address,
    String family,
    List<Line> checks) {

  private static final Jsonb JSON = Jsonb.instance();

  /** A {@link Check}. */
  @Json
  record Line(String name, String answer, String words) {}

  /** Where there is not even a descriptor to look at. */
  static Verdict without(String asked, Check check) {
    return new Verdict(
        asked, check.finding().toString(), check.words(), "", "", "", "", List.of(line(check)));
  }

  /**
   * Of a trial, and of what was looked at before it.
   *
   * @param before none of which failed
   */
  static Verdict of(String asked, List<Check> before, Trial trial) {
    var checks = Stream.concat(before.stream(), trial.checks().stream()).toList();
    var last = checks.getLast();
    var relay = trial.descriptor();
    return new Verdict(
        asked,
        last.finding().toString(),
        last.finding() == Finding.YES ? belongs(trial, relay) : last.words(),
        relay.fingerprint().value(),
        relay.nickname().value(),
        trial.claimed().map(Object::toString).orElse(""),
        trial.claimedFamily().map(FamilyId::value).orElse(""),
        checks.stream().map(Verdict::line).toList());
  }

  private static String belongs(Trial trial, ServerDescriptor relay) {
    return "%s is the wallet of the relay %s (%s)"
        .formatted(trial.claimed().orElseThrow(), relay.nickname(), relay.fingerprint());
  }

  private static Line line(Check check) {
    return new Line(check.name(), check.finding().toString(), check.words());
  }

  int exitCode() {
    return switch (finding()) {
      case YES -> 0;
      case NO -> 1;
      case UNKNOWN -> 3;
    };
  }

  String json() {
    return JSON.toJson(this);
  }

  /** For people: the answer first, then what it rests on. */
  List<String> lines() {
    var first = "%s: %s".formatted(inWords(), why);
    return Stream.concat(
            Stream.of(first),
            checks.stream().map(check -> "  %-8s%s".formatted(check.answer(), check.words())))
        .toList();
  }

  private Finding finding() {
    return Finding.valueOf(answer.toUpperCase(Locale.ROOT));
  }

  private String inWords() {
    return switch (finding()) {
      case YES -> "Yes";
      case NO -> "No";
      case UNKNOWN -> "Cannot tell";
    };
  }
}
