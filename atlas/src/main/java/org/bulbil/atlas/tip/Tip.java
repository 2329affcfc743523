package org.bulbil.atlas.tip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bulbil.atlas.tip.Audit.LeftOut;
import org.bulbil.atlas.tip.Audit.PaidRelay;
import org.bulbil.atlas.tip.Audit.Payee;
import org.bulbil.atlas.tip.Evidence.Seen;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Candidate;
import org.bulbil.core.split.Factors;
import org.bulbil.core.split.Recipient;
import org.bulbil.core.split.Recipient.Way;
import org.bulbil.core.split.Rule;
import org.bulbil.core.split.Seed;
import org.bulbil.core.split.Split;
import org.bulbil.core.split.Unpaid;
import org.bulbil.core.split.Weighed;

/** A donation to those found: what goes through the rule, and comes out as an audit file. */
public final class Tip {

  private final Found found;
  private final byte[] snapshot;
  private final Map<String, String> nicknames;

  /** To those {@code found}. */
  public Tip(Found found) {
    this.found = found;
    this.snapshot = found.evidence().bytes();
    this.nicknames =
        found.evidence().relays().stream()
            .collect(Collectors.toMap(Seen::fingerprint, Seen::nickname));
  }

  /** The bytes of the snapshot file. */
  public byte[] snapshot() {
    return snapshot.clone();
  }

  /**
   * Splits; refused where nobody can be paid.
   *
   * @param seedBlock hash of the block to draw with, where there is to be a lottery
   * @param source who told of the relays, for people
   * @throws IllegalArgumentException where the block's hash is none
   */
  public Outcome<Audit> split(Sats donation, Rule rule, Optional<String> seedBlock, String source) {
    var seed = seedBlock.map(block -> new Seed(block, Evidence.hash(snapshot)));
    if (found.evidence().relays().isEmpty()) {
      return Outcome.refused(Sentences.nobodyFound(found), 0);
    }
    return found
        .evidence()
        .candidates()
        .flatMap(candidates -> Split.of(candidates, donation, rule, seed))
        .map(split -> audit(split, rule, seed, source));
  }

  private Audit audit(Split split, Rule rule, Optional<Seed> seed, String source) {
    var left = leftOut(split);
    return new Audit(
        Audit.FORMAT,
        Rule.VERSION,
        found.evidence().chain(),
        source,
        found.evidence().published(),
        Evidence.hash(snapshot),
        Audit.Parameters.of(rule),
        found.chosen(),
        split.donation().value(),
        seed.map(Seed::block).orElse(null),
        split.recipients().stream().map(this::payee).toList(),
        left,
        totals(split, left),
        null);
  }

  private Payee payee(Recipient paid) {
    return new Payee(
        paid.address().text(),
        paid.address().kind().toString(),
        paid.relays().stream().map(this::paidRelay).toList(),
        paid.weight(),
        factors(paid.factors()),
        paid.way() == Way.LOTTERY,
        paid.amount().value());
  }

  private PaidRelay paidRelay(Weighed relay) {
    return new PaidRelay(
        relay.candidate().id(),
        nickname(relay.candidate()),
        relay.factors().weight(),
        factors(relay.factors()));
  }

  private String nickname(Candidate relay) {
    return nicknames.getOrDefault(relay.id(), "");
  }

  private static Audit.Factors factors(Factors all) {
    return new Audit.Factors(
        all.measured(), all.plan(), all.vested(), all.uptime(), all.diversity(), all.group());
  }

  private List<LeftOut> leftOut(Split split) {
    var all = new ArrayList<>(found.leftOut());
    split.unpaid().stream().map(this::leftOut).forEach(all::add);
    all.sort(Comparator.comparing(LeftOut::fingerprint));
    return all;
  }

  private LeftOut leftOut(Unpaid none) {
    var relay = none.relay().candidate();
    return new LeftOut(
        relay.id(),
        nickname(relay),
        relay.address().text(),
        none.relay().factors().weight(),
        none.why());
  }

  private Audit.Totals totals(Split split, List<LeftOut> left) {
    return new Audit.Totals(
        Sats.sum(split.recipients().stream().map(Recipient::amount).toList()).value(),
        split.recipients().size(),
        split.recipients().stream().mapToInt(paid -> paid.relays().size()).sum(),
        left.size(),
        found.badAddresses(),
        found.withoutAddress(),
        (int) split.recipients().stream().filter(paid -> paid.way() == Way.LOTTERY).count());
  }
}
