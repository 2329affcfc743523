package org.bulbil.atlas.tip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.split.Candidate;
import org.bulbil.core.split.Measurement;
import org.jspecify.annotations.Nullable;

/** Makes of relays what the rule looks at. */
final class Candidates {

  /** CIISS: what a month's plan includes of outgoing traffic, in GiB. */
  private static final Pattern TRAFFIC = Pattern.compile("[1-9][0-9]{0,8}");

  private static final double BYTES_A_GIB = 1L << 30;
  private static final double SECONDS_A_MONTH = Duration.ofDays(30).toSeconds();
  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  /** Guard, middle and exit: the chances of all relays sum up to 1 for each. */
  private static final int POSITIONS = 3;

  private static final Measurement NONE = new Measurement(0, 0, 0, 1);

  private final Neighbourhood network;
  private final Histories histories;
  private final Instant published;
  private final Presence presence;

  Candidates(Snapshot snapshot, Histories histories) {
    this.network = new Neighbourhood(snapshot);
    this.histories = histories;
    this.published = snapshot.relaysPublished();
    this.presence = new Presence(published);
  }

  Candidate candidate(Relay relay, BitcoinAddress address) {
    var node = relay.fingerprint().value();
    var firstSeen = firstSeen(relay);
    return new Candidate(
        node,
        address,
        measured(relay, firstSeen),
        capacity(relay),
        Math.max(0, Duration.between(firstSeen, published).toSeconds() / SECONDS_A_DAY),
        presence.uptime(histories.of(node, Chronicle.UPTIME), firstSeen),
        network.rarity(relay),
        network.groups(relay));
  }

  private static Instant firstSeen(Relay relay) {
    return Timestamp.read(relay.details().firstSeen()).orElseThrow();
  }

  private Measurement measured(Relay relay, Instant firstSeen) {
    if (Boolean.FALSE.equals(relay.details().measured())) {
      return NONE;
    }
    var weights = histories.of(relay.fingerprint().value(), Chronicle.WEIGHTS);
    double lasting = presence.lasting(weights, network.fraction(relay), firstSeen);
    return network.hasProbabilities()
        ? chances(relay.details(), lasting)
        : fractions(relay, lasting);
  }

  private static Measurement chances(RelayDetails relay, double lasting) {
    return new Measurement(
        share(relay.guardProbability()),
        share(relay.middleProbability()),
        share(relay.exitProbability()),
        lasting);
  }

  private static double share(@Nullable Double value) {
    return Math.clamp(Objects.requireNonNullElse(value, 0.0), 0, 1);
  }

  /** Where nobody says more than weights: as if clients chose by them alone. */
  private Measurement fractions(Relay relay, double lasting) {
    double fraction = network.fraction(relay);
    var flags = Objects.requireNonNullElse(relay.details().flags(), List.<String>of());
    return new Measurement(
        flags.contains("Guard") ? fraction : 0,
        fraction,
        flags.contains("Exit") ? fraction : 0,
        lasting);
  }

  /** Both directions of what it says that its plan includes: a relay sends on what it receives. */
  private OptionalDouble capacity(Relay relay) {
    return Optional.ofNullable(relay.details().contact())
        .flatMap(line -> ContactInfo.read(line).field("trafficacct"))
        .filter(TRAFFIC.asMatchPredicate())
        .map(text -> 2 * Long.parseLong(text) * BYTES_A_GIB / SECONDS_A_MONTH / 1000)
        .map(kilobytes -> OptionalDouble.of(POSITIONS * network.fraction(kilobytes)))
        .orElse(OptionalDouble.empty());
  }
}
