package org.bulbil.atlas.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.page.Fact.Bit;
import org.jspecify.annotations.Nullable;

/** What a directory says of a relay, in groups of lines; what it does not say is left out. */
final class RelayFacts {

  private final RelayDetails details;
  private final Instant now;

  RelayFacts(RelayDetails details, Instant now) {
    this.details = details;
    this.now = now;
  }

  List<Fact> performance() {
    var facts = new ArrayList<Fact>();
    add(facts, "Advertised bandwidth", details.advertisedBandwidth(), this::bandwidth);
    facts.add(Fact.of("Consensus weight", Words.format("%,d", details.consensusWeight())));
    add(facts, "Share of the network", details.consensusWeightFraction(), RelayFacts::oneIn);
    add(facts, "Chance as first relay of a circuit", details.guardProbability(), Words::percent);
    add(facts, "Chance as middle relay", details.middleProbability(), Words::percent);
    add(facts, "Chance as exit", details.exitProbability(), Words::percent);
    add(facts, "Measured", details.measured(), yes -> yes ? "yes" : "by too few authorities yet");
    add(facts, "Overloaded", details.overloadGeneralTimestamp(), this::overload);
    add(facts, "Flags", details.flags(), flags -> Shown.text(String.join(", ", flags)));
    return facts;
  }

  List<Fact> times() {
    var facts = new ArrayList<Fact>();
    time(facts, "First seen", details.firstSeen());
    time(facts, "Last seen", details.lastSeen());
    time(facts, "Tor started", details.lastRestarted());
    time(facts, "Address changed", details.lastChangedAddressOrPort());
    if (Boolean.TRUE.equals(details.hibernating())) {
      facts.add(Fact.of("Hibernating", "yes: it has used up its traffic for now"));
    }
    return facts;
  }

  List<Fact> place() {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("Fingerprint", new Bit.Code(details.fingerprint())));
    codes(facts, "Addresses", details.orAddresses());
    codes(facts, "Unreachable addresses", details.unreachableOrAddresses());
    codes(facts, "Exit addresses", details.exitAddresses());
    add(facts, "Directory address", details.dirAddress(), Shown::text);
    codes(facts, "Host names, verified", details.verifiedHostNames());
    codes(facts, "Host names, unverified", details.unverifiedHostNames());
    var where =
        Stream.of(details.cityName(), details.regionName(), details.countryName())
            .filter(name -> name != null && !name.isBlank())
            .map(name -> Shown.text(String.valueOf(name)))
            .collect(Collectors.joining(", "));
    facts.add(Fact.of("Country", where.isEmpty() ? Row.country(details) : where));
    add(facts, "Network", details.as(), this::system);
    return facts;
  }

  List<Fact> software() {
    var facts = new ArrayList<Fact>();
    add(facts, "Platform", details.platform(), Shown::text);
    add(facts, "Tor version", details.version(), Shown::text);
    add(facts, "Version's standing", details.versionStatus(), Shown::text);
    add(
        facts,
        "Recommended",
        details.recommendedVersion(),
        yes -> yes ? "yes" : "no: the directory authorities recommend another version");
    policy(facts, "Exit policy, IPv4", details.exitPolicySummary());
    policy(facts, "Exit policy, IPv6", details.exitPolicyV6Summary());
    return facts;
  }

  private static <T> void add(
      List<Fact> facts, String name, @Nullable T value, Function<T, String> words) {
    if (value != null) {
      facts.add(Fact.of(name, words.apply(value)));
    }
  }

  private String bandwidth(long advertised) {
    return Words.speed((double) advertised)
        + limit("rate", details.bandwidthRate())
        + limit("burst", details.bandwidthBurst())
        + limit("observed", details.observedBandwidth());
  }

  private static String limit(String name, @Nullable Long value) {
    return value == null ? "" : "; " + name + " " + Words.speed((double) value);
  }

  /** Of how many circuits one passes here. */
  private static String oneIn(double share) {
    return share <= 0
        ? "none"
        : Words.percent(share) + Words.format(", one in %,d", Math.round(1 / share));
  }

  private String overload(long milliseconds) {
    var when = Instant.ofEpochMilli(milliseconds);
    return "said so " + Words.span(Duration.between(when, now)) + " ago";
  }

  private void time(List<Fact> facts, String name, @Nullable String text) {
    Words.moment(text)
        .ifPresent(
            when ->
                facts.add(
                    Fact.of(
                        name,
                        Words.minute(when)
                            + ", "
                            + Words.span(Duration.between(when, now))
                            + " ago")));
  }

  private static void codes(List<Fact> facts, String name, @Nullable List<String> texts) {
    if (texts != null && !texts.isEmpty()) {
      var bits = new ArrayList<Bit>();
      texts.forEach(text -> bits.add(new Bit.Code(Shown.text(text))));
      facts.add(new Fact(name, bits));
    }
  }

  private String system(String number) {
    var name = details.asName();
    return Shown.text(number) + (name == null ? "" : " " + Shown.text(name));
  }

  private static void policy(
      List<Fact> facts, String name, @Nullable Map<String, List<String>> summary) {
    if (summary != null) {
      summary.forEach(
          (verb, ports) ->
              facts.add(Fact.of(name, Shown.text(verb + " " + String.join(", ", ports)))));
    }
  }
}
