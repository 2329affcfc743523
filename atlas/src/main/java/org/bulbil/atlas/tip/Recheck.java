package org.bulbil.atlas.tip;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.atlas.proof.Check;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Recipient;
import org.bulbil.core.split.Rule;
import org.bulbil.core.split.Seed;
import org.bulbil.core.split.Split;

/** Whether an audit file tells what its rule makes of its snapshot. Pure: it asks nobody. */
public record Recheck(Audit audit) {

  /** Who is named beside another amount, where many are. */
  private static final int NAMED_MAX = 3;

  /** Whether the file by itself orders a payment that can be made. */
  public Check file() {
    return switch (audit.outputs()) {
      case Outcome.Done<List<Audit.Output>>(var outputs) ->
          Check.yes(
              "file",
              "it pays %d addresses of %s, %d sat together",
              outputs.size(),
              audit.chain(),
              audit.sat());
      case Outcome.Refused<List<Audit.Output>>(String why, _) -> Check.no("file", "%s", why);
      case Outcome.Unknown<List<Audit.Output>>(String why) -> Check.unknown("file", "%s", why);
    };
  }

  /**
   * Whether a snapshot is the one that the file names.
   *
   * @param snapshot bytes of a snapshot file
   */
  public Check snapshot(byte[] snapshot) {
    var hash = Evidence.hash(snapshot);
    return hash.equals(audit.snapshotSha256())
        ? Check.yes("snapshot", "the snapshot has the SHA-256 that the file names, %s", hash)
        : Check.no(
            "snapshot",
            "the snapshot has the SHA-256 %s, and the file names %s: it was made of other relays, or"
                + " of the same at another time",
            hash,
            audit.snapshotSha256());
  }

  /**
   * Whether the rule makes of the snapshot what the file says.
   *
   * @param snapshot bytes of a snapshot file
   */
  public Check split(byte[] snapshot) {
    if (!Rule.VERSION.equals(audit.rule())) {
      return Check.unknown(
          "split",
          "it was split by version %s of the rule, and this program knows version %s",
          audit.rule(),
          Rule.VERSION);
    }
    return switch (again(snapshot)) {
      case Outcome.Done<Split>(Split split) -> compared(split);
      case Outcome.Refused<Split>(String why, _) -> Check.no("split", "%s", why);
      case Outcome.Unknown<Split>(String why) -> Check.unknown("split", "%s", why);
    };
  }

  private Outcome<Split> again(byte[] snapshot) {
    try {
      var seed =
          Optional.ofNullable(audit.seedBlock())
              .map(block -> new Seed(block, audit.snapshotSha256()));
      var rule = audit.parameters().rule();
      var donation = Sats.of(audit.sat());
      return Evidence.read(snapshot)
          .flatMap(Evidence::candidates)
          .flatMap(candidates -> Split.of(candidates, donation, rule, seed));
    } catch (IllegalArgumentException e) {
      return Outcome.refused("the file cannot be recomputed: " + e.getMessage(), 0);
    }
  }

  private Check compared(Split split) {
    var wanted = split.recipients().stream().map(Recheck::line).toList();
    var had = audit.recipients().stream().map(Recheck::line).toList();
    return wanted.equals(had)
        ? Check.yes(
            "split",
            "recomputed from the snapshot, all %d recipients get what the file says",
            had.size())
        : Check.no("split", "recomputed from the snapshot it differs: %s", difference(wanted, had));
  }

  private static String difference(List<String> wanted, List<String> had) {
    var missing =
        wanted.stream().filter(line -> !had.contains(line)).map(line -> "should be " + line);
    var wrong =
        had.stream().filter(line -> !wanted.contains(line)).map(line -> "the file has " + line);
    var all = Stream.concat(wrong, missing).toList();
    var named = String.join("; ", all.subList(0, Math.min(NAMED_MAX, all.size())));
    return all.size() > NAMED_MAX ? named + "; and so on" : named.isEmpty() ? "their order" : named;
  }

  private static String line(Recipient paid) {
    return paid.amount() + " to " + paid.address();
  }

  private static String line(Audit.Payee paid) {
    return Sats.of(paid.sat()) + " to " + paid.address();
  }
}
