package org.bulbil.atlas.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.document.RelayDetails;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.tor.directory.Particulars;
import org.bulbil.tor.directory.ServerDescriptor;
import org.jspecify.annotations.Nullable;

/** The part of a relay's details that it says itself, in its signed descriptor. */
record OwnWords(
    @Nullable Boolean hibernating,
    @Nullable String lastRestarted,
    @Nullable Long rate,
    @Nullable Long burst,
    @Nullable Long observed,
    @Nullable Long advertised,
    @Nullable Long overloaded,
    @Nullable List<String> exitPolicy,
    @Nullable Map<String, List<String>> exitPortsV6,
    @Nullable String contact,
    @Nullable String platform,
    @Nullable String version,
    @Nullable String familyCertificate,
    List<String> addresses) {

  static final OwnWords NONE =
      new OwnWords(
          null, null, null, null, null, null, null, null, null, null, null, null, null, List.of());

  static OwnWords of(ServerDescriptor relay) {
    var more = Particulars.of(relay);
    var bandwidth = relay.bandwidth();
    return new OwnWords(
        more.hibernating() ? true : null,
        Timestamp.text(relay.published().minus(relay.uptime())),
        bandwidth.average().bytesPerSecond(),
        bandwidth.burst().bytesPerSecond(),
        bandwidth.observed().bytesPerSecond(),
        bandwidth.advertised().bytesPerSecond(),
        more.overloaded().map(Instant::toEpochMilli).orElse(null),
        more.exitPolicy(),
        Ports.summary(more.exitPortsV6()).orElse(null),
        orNull(relay.contact()),
        orNull(relay.platform()),
        version(relay.platform()).orElse(null),
        more.familyCertificates().stream().findFirst().map(OwnWords::inLines).orElse(null),
        more.furtherAddresses());
  }

  /** As they were, where there is no newer descriptor. */
  static OwnWords of(RelayDetails before) {
    return new OwnWords(
        before.hibernating(),
        before.lastRestarted(),
        before.bandwidthRate(),
        before.bandwidthBurst(),
        before.observedBandwidth(),
        before.advertisedBandwidth(),
        before.overloadGeneralTimestamp(),
        before.exitPolicy(),
        before.exitPolicyV6Summary(),
        before.contact(),
        before.platform(),
        before.version(),
        before.familyCert(),
        Optional.ofNullable(before.unreachableOrAddresses()).orElse(List.of()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** {@code 0.4.9.11} of {@code Tor 0.4.9.11 on Linux}; empty for other programs. */
  private static Optional<String> version(String platform) {
    var words = platform.split(" ", 3);
    return words.length > 1 && words[0].equals("Tor") ? Optional.of(words[1]) : Optional.empty();
  }

  /** As in the descriptor, lines of 64 letters. */
  private static String inLines(String base64) {
    return base64.replaceAll("(.{64})(?=.)", "$1\n");
  }
}
