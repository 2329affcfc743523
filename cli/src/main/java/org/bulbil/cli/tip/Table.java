package org.bulbil.cli.tip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Audit.LeftOut;
import org.bulbil.atlas.tip.Audit.PaidRelay;
import org.bulbil.atlas.tip.Audit.Payee;
import org.bulbil.core.split.Factor;

/** A split for people: who gets what, of which relays, by which factors, and who gets nothing. */
final class Table {

  private static final String ROW = "%-20s %10s %10s %6s %6s %6s %6s %6s";

  /** Of those that get nothing for one reason; the audit file names all. */
  private static final int NAMED_MAX = 5;

  private final Audit audit;
  private final List<String> lines = new ArrayList<>();

  Table(Audit audit) {
    this.audit = audit;
  }

  List<String> lines() {
    head();
    audit.recipients().stream()
        .sorted(Comparator.comparingLong(Payee::sat).reversed().thenComparing(Payee::address))
        .forEach(this::payee);
    legend();
    leftOut();
    return List.copyOf(lines);
  }

  private void add(String line, Object... values) {
    lines.add(String.format(Locale.ROOT, line, values).stripTrailing());
  }

  private void head() {
    var totals = audit.totals();
    add(
        "%,d sat to %d addresses of %d relays, as they were on %s (%s)",
        audit.sat(), totals.recipients(), totals.relays(), audit.published(), audit.source());
    add("Donated to: %s", chosen());
    add("");
    add(ROW, "address", "sat", "", "", "", "", "", "");
    add(ROW, "  relay", "weight", "measured", "plan", "vested", "uptime", "divers", "group");
  }

  private String chosen() {
    var words = new ArrayList<String>();
    words.add(
        switch (audit.choice().among()) {
          case "verified" -> "relays whose wallet and identity vouch for each other";
          case "ours" -> "relays that say they are Bulbil's";
          default -> "all relays with a valid address";
        });
    words.addAll(audit.choice().filters());
    Optional.ofNullable(audit.choice().top()).ifPresent(top -> words.add("the top " + top));
    return String.join(", ", words);
  }

  private void payee(Payee paid) {
    add("%s  %,d sat%s", paid.address(), paid.sat(), paid.won() ? "  won by lottery" : "");
    paid.relays().forEach(this::relay);
  }

  private void relay(PaidRelay relay) {
    var factors = relay.factors();
    add(
        ROW,
        "  " + name(relay.nickname(), relay.fingerprint()),
        small(relay.weight()),
        small(factors.measured()),
        factor(factors.plan()),
        factor(factors.vested()),
        factor(factors.uptime()),
        factor(factors.diversity()),
        factor(factors.group()));
  }

  /** Strangers chose the name; nothing in it may turn or hide what stands beside it. */
  private static String name(String nickname, String fingerprint) {
    return nickname.matches("[A-Za-z0-9]{1,19}") ? nickname : fingerprint.substring(0, 8);
  }

  private static String small(double value) {
    return String.format(Locale.ROOT, "%.3e", value);
  }

  private static String factor(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void legend() {
    add("");
    add("Shares are in proportion to weight, the product of the others:");
    for (var factor : Factor.values()) {
      add("  %-10s %s", factor, factor.sentence());
    }
  }

  private void leftOut() {
    var totals = audit.totals();
    add("");
    add(
        "Left out: %d relays with an address; %d more name none; %d words look like addresses and are"
            + " none.",
        totals.leftOut(), totals.withoutAddress(), totals.badAddresses());
    var left = audit.leftOut();
    left.stream()
        .map(Table::kind)
        .distinct()
        .forEach(kind -> leftOut(left.stream().filter(one -> kind(one).equals(kind)).toList()));
  }

  /** Reasons that differ only in their numbers are one kind. */
  private static String kind(LeftOut one) {
    return one.why().replaceAll("[0-9.]+", "#");
  }

  private void leftOut(List<LeftOut> alike) {
    alike.stream()
        .limit(NAMED_MAX)
        .forEach(
            one ->
                add(
                    "  %s (%s) %s",
                    name(one.nickname(), one.fingerprint()), one.address(), one.why()));
    if (alike.size() > NAMED_MAX) {
      add("  … and %d more for the same reason", alike.size() - NAMED_MAX);
    }
  }

  /** What to do with it. */
  static String next(Audit audit, Optional<Path> file) {
    var hash =
        "%nSnapshot %s, rule %s. Nothing is paid yet.%n"
            .formatted(audit.snapshotSha256(), audit.rule());
    return hash
        + file.map(
                kept ->
                    "%s is the audit file, %s what it was made of; pay it by: bulbil tip psbt %s"
                        .formatted(kept, SnapshotFile.beside(kept), kept))
            .orElse("Keep it by --out tip.json, then pay it by: bulbil tip psbt tip.json");
  }
}
