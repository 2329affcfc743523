package org.bulbil.tor.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.RouterStatus;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.directory.ServerDescriptors;

/**
 * A relay asked over its control port: how it is, and what it knows of others. A relay is a
 * directory cache, so it holds everybody's descriptors; a client would refuse these questions.
 */
public final class RunningRelay {

  /** Tor's answer to a key whose subject it does not know. */
  private static final int UNRECOGNIZED = 552;

  private static final List<String> VITALS =
      List.of(
          "fingerprint",
          "traffic/read",
          "traffic/written",
          "uptime",
          "status/circuit-established",
          "version",
          "status/version/current");

  private final ControlPort port;

  public RunningRelay(ControlPort port) {
    this.port = port;
  }

  /** How it is now; refused while it has no keys yet. */
  public Outcome<Vitals> vitals() {
    return port.ask(VITALS).flatMap(RunningRelay::read);
  }

  private static Outcome<Vitals> read(Map<String, String> said) {
    try {
      return Outcome.done(
          new Vitals(
              Fingerprint.parse(word(said, "fingerprint")),
              Long.parseLong(word(said, "traffic/read")),
              Long.parseLong(word(said, "traffic/written")),
              Duration.ofSeconds(Long.parseLong(word(said, "uptime"))),
              word(said, "status/circuit-established").equals("1"),
              word(said, "version"),
              Vitals.Standing.of(word(said, "status/version/current"))));
    } catch (IllegalArgumentException e) {
      return Outcome.unknown("tor's words about itself make no sense: " + e.getMessage());
    }
  }

  private static String word(Map<String, String> said, String key) {
    return said.getOrDefault(key, "");
  }

  /** What the consensus that it holds says of a relay, or empty where that is not in it. */
  public Outcome<Optional<RouterStatus>> listed(Fingerprint fingerprint) {
    return known("ns/id/$" + fingerprint)
        .map(
            text -> text.stream().flatMap(known -> RouterStatus.parse(known).stream()).findFirst());
  }

  /** The relay of that name; empty where none has it, and where several do. */
  public Outcome<Optional<RouterStatus>> listed(Nickname nickname) {
    return known("ns/name/" + nickname)
        .map(
            text -> text.stream().flatMap(known -> RouterStatus.parse(known).stream()).findFirst());
  }

  /**
   * What the consensus that it holds says of the relays whose nickname begins with {@code prefix};
   * the entries of all others are passed over unread, since there are ten thousand.
   */
  public Outcome<List<RouterStatus>> named(String prefix) {
    return port.ask("ns/all")
        .map(
            all ->
                Pattern.compile("(?m)^(?=r )")
                    .splitAsStream(all)
                    .filter(entry -> entry.startsWith("r " + prefix))
                    .collect(Collectors.joining()))
        .map(RouterStatus::parse);
  }

  /** Every relay in the consensus that it holds, in its order; nothing else of them is read. */
  public Outcome<List<Fingerprint>> everybody() {
    return port.ask("ns/all").map(RunningRelay::identities);
  }

  /**
   * The second word after {@code r} (dir-spec, "router status entry"); what makes no sense is left
   * out.
   */
  private static List<Fingerprint> identities(String all) {
    return IDENTITY
        .matcher(all)
        .results()
        .map(entry -> Fingerprint.ofBase64(entry.group(1)))
        .toList();
  }

  private static final Pattern IDENTITY =
      Pattern.compile("(?m)^r [^ \\n]+ ([A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]) ");

  /**
   * The descriptor of a relay, its signature checked; empty where it has none yet. A new relay's
   * comes after the vote that first lists it.
   */
  public Outcome<Optional<ServerDescriptor>> descriptor(Fingerprint fingerprint) {
    return descriptor("desc/id/$" + fingerprint);
  }

  /** The same by name; empty where none of that name is in the consensus. */
  public Outcome<Optional<ServerDescriptor>> descriptor(Nickname nickname) {
    return descriptor("desc/name/" + nickname);
  }

  private Outcome<Optional<ServerDescriptor>> descriptor(String key) {
    return known(key).flatMap(text -> text.map(RunningRelay::genuine).orElse(NONE));
  }

  private static final Outcome<Optional<ServerDescriptor>> NONE = Outcome.done(Optional.empty());

  private static Outcome<Optional<ServerDescriptor>> genuine(String text) {
    return ServerDescriptors.parse(text).descriptors().stream()
        .findFirst()
        .map(descriptor -> DescriptorSignature.check(descriptor).map(Optional::of))
        .orElse(Outcome.unknown("tor gave a descriptor that makes no sense"));
  }

  /** The whole consensus that it holds; refused before its first. */
  public Outcome<Consensus> consensus() {
    return port.ask("dir/status-vote/current/consensus").flatMap(Consensus::parse);
  }

  /**
   * From when to when the consensus that it holds is meant to be used (dir-spec, section 3.4.1);
   * refused before its first.
   */
  public Outcome<Validity> validity() {
    return port.ask(List.of("consensus/valid-after", "consensus/valid-until"))
        .flatMap(
            said ->
                Validity.read(
                    word(said, "consensus/valid-after"), word(said, "consensus/valid-until")));
  }

  /** The value of {@code key}, or empty where tor knows nothing of its subject. */
  private Outcome<Optional<String>> known(String key) {
    return switch (port.ask(key)) {
      case Outcome.Done<String>(String text) ->
          Outcome.done(Optional.of(text).filter(known -> !known.isBlank()));
      case Outcome.Refused<String>(_, int code) when code == UNRECOGNIZED ->
          Outcome.done(Optional.empty());
      case Outcome.Refused<String>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<String>(String cause) -> Outcome.unknown(cause);
    };
  }
}
