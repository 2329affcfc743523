package org.bulbil.atlas.tip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.query.Index;
import org.bulbil.atlas.tip.Choice.Among;
import org.bulbil.atlas.tip.Evidence.Seen;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.split.Candidate;
import org.bulbil.core.split.Rule;
import org.bulbil.tor.Fingerprint;

/** Goes through a snapshot by a donor's choice: who could be paid, and who could not and why. */
public final class Choosing {

  private final Snapshot snapshot;
  private final Chain chain;
  private final Standing.Reader reader;
  private final Candidates candidates;
  private final List<Audit.LeftOut> leftOut = new ArrayList<>();
  private int bad;
  private int addressless;

  private Choosing(Snapshot snapshot, Histories histories, Chain chain) {
    this.snapshot = snapshot;
    this.chain = chain;
    this.reader = new Standing.Reader(chain);
    this.candidates = new Candidates(snapshot, histories);
  }

  /** A relay that could be paid. */
  private record Able(Relay relay, Standing.Payable standing) {}

  /**
   * Finds them.
   *
   * @param chain whose coins are given
   * @param rule by which the most used are told
   * @param now that days since something was seen are counted from
   */
  public static Found find(
      Snapshot snapshot, Histories histories, Chain chain, Choice choice, Rule rule, Instant now) {
    return new Choosing(snapshot, histories, chain).find(choice, rule, now);
  }

  private Found find(Choice choice, Rule rule, Instant now) {
    var able = new ArrayList<Able>();
    for (var relay : asked(choice, now)) {
      able(relay).ifPresent(able::add);
    }
    var among = choice.among().orElseGet(() -> usual(able));
    var chosen = able.stream().filter(one -> isAmong(one, among)).map(this::candidate).toList();
    var top = top(chosen, choice, rule);
    leftOut.sort(Comparator.comparing(Audit.LeftOut::fingerprint));
    return new Found(evidence(top), choice.chosen(among), leftOut, bad, addressless);
  }

  private List<Relay> asked(Choice choice, Instant now) {
    var all =
        choice.query().criteria().isEmpty()
            ? snapshot.relays()
            : new Index(snapshot).select(choice.query().unpaged(), now).relays();
    boolean isOursOnly = choice.among().filter(among -> among == Among.OURS).isPresent();
    return all.stream().filter(relay -> !isOursOnly || relay.heritage().isPresent()).toList();
  }

  private Optional<Able> able(Relay relay) {
    switch (reader.read(relay)) {
      case Standing.Payable payable -> {
        bad += Standing.Reader.bad(relay);
        if (relay.details().running()) {
          return Optional.of(new Able(relay, payable));
        }
        leaveOut(relay, payable.address().text(), "is not running");
      }
      case Standing.Misaddressed(String written, String why, int words) -> {
        bad += words;
        leaveOut(relay, written, why);
      }
      case Standing.Addressless _ -> addressless++;
    }
    return Optional.empty();
  }

  /** Where anybody is proven, nobody else is paid without being asked for. */
  private static Among usual(List<Able> able) {
    return able.stream().anyMatch(one -> one.standing().isProven()) ? Among.VERIFIED : Among.ALL;
  }

  private boolean isAmong(Able one, Among among) {
    boolean isOut = among == Among.VERIFIED && !one.standing().isProven();
    if (isOut) {
      leaveOut(
          one.relay(),
          one.standing().address().text(),
          "nothing proves that the address is its own: wallet and relay do not vouch for each other"
              + " (--all takes its word)");
    }
    return !isOut;
  }

  private Candidate candidate(Able one) {
    return candidates.candidate(one.relay(), one.standing().address());
  }

  /** In order of their fingerprints again. */
  private List<Candidate> top(List<Candidate> chosen, Choice choice, Rule rule) {
    int count = choice.top().orElse(Integer.MAX_VALUE);
    var ranked = chosen.stream().sorted(rule.mostUsedFirst()).toList();
    ranked.stream()
        .skip(count)
        .forEach(
            small ->
                leaveOut(
                    relay(small),
                    small.address().text(),
                    "is not among the top %d".formatted(count)));
    return ranked.stream().limit(count).sorted(Comparator.comparing(Candidate::id)).toList();
  }

  private Relay relay(Candidate candidate) {
    return snapshot.relay(new Fingerprint(candidate.id())).orElseThrow();
  }

  private void leaveOut(Relay relay, String address, String why) {
    leftOut.add(
        new Audit.LeftOut(
            relay.fingerprint().value(), relay.details().nickname(), address, 0, why));
  }

  private Evidence evidence(List<Candidate> chosen) {
    return new Evidence(
        Evidence.FORMAT,
        chain.toString(),
        Timestamp.text(snapshot.relaysPublished()),
        chosen.stream().map(one -> Seen.of(one, relay(one).details().nickname())).toList());
  }
}
