package org.bulbil.cli.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.SelfReport.Words;
import org.bulbil.sandbox.witness.Statement;

/** The account for people. */
final class AccountText {

  private AccountText() {}

  static List<String> lines(Audit audit) {
    var total = audit.total();
    var lines = new ArrayList<String>();
    lines.add("The account of all " + audit.accounts().size() + " relays, in satoshis:");
    lines.add(row("received", total.received()));
    lines.add(row("rent", total.rent()));
    lines.add(row("fees", total.fees()));
    lines.add(row("given on", total.given()));
    lines.add(row("held", total.held()));
    lines.add(row("lost", total.lost()));
    lines.add(
        "  difference %,14d  %s"
            .formatted(
                audit.difference(),
                audit.difference() == 0
                    ? "(the chain and every living relay say the same)"
                    : "(it does not add up)"));
    lines.addAll(findings(audit));
    return lines;
  }

  private static String row(String name, Sats amount) {
    return String.format(Locale.ROOT, "  %-10s %,14d", name, amount.value());
  }

  /** One line for each relay whose words are not the chain's. */
  static List<String> findings(Audit audit) {
    return audit.findings().stream().map(AccountText::finding).toList();
  }

  private static String finding(Audit.Finding finding) {
    return "%s differs by %d sat. The chain: %s. The relay: %s."
        .formatted(
            finding.account().relay().hostname(),
            finding.difference(),
            words(finding.account().statement()),
            finding.words().map(AccountText::words).orElse("does not answer"));
  }

  private static String words(Statement statement) {
    return "received %d, rent %d, fees %d, given %d, held %d"
        .formatted(
            statement.received().value(),
            statement.rent().value(),
            statement.fees().value(),
            statement.given().value(),
            statement.held().value());
  }

  private static String words(Words said) {
    return "received %d, rent %d, fees %d, given %d, held %d, foreign %d, block %d, %d pending"
        .formatted(
            said.receivedSat(),
            said.rentSat() + said.endowmentSat(),
            said.feesSat(),
            said.startGiftSat() + said.willSat(),
            said.heldSat(),
            said.foreignSat(),
            said.tipHeight(),
            said.pending());
  }
}
