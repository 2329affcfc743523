package org.bulbil.cli.tip;

import org.bulbil.atlas.tip.Audit;
import org.bulbil.atlas.tip.Choosing;
import org.bulbil.atlas.tip.Tip;
import org.bulbil.core.outcome.Outcome;
import picocli.CommandLine.Mixin;

/** Everything that a split is made of, as typed: how much, to whom, by whose news. */
final class SplitOptions {

  @Mixin private RuleOptions rule;

  @Mixin private RelayOptions relays;

  @Mixin private ChoiceOptions choice;

  /**
   * Those who could be paid, ready to be split among.
   *
   * @param source who told of them
   */
  record Prepared(Tip tip, String source) {}

  /** Reads the relays and finds those chosen. */
  Prepared tip() throws InterruptedException {
    rule.check();
    var wish = choice.choice();
    var heard = relays.read();
    var found =
        Choosing.find(
            heard.snapshot(),
            heard.store()::histories,
            heard.chain(),
            wish,
            rule.rule(),
            heard.now());
    return new Prepared(new Tip(found), heard.source());
  }

  /** The split; refused where nobody can be paid. */
  Outcome<Audit> audit(Prepared prepared) {
    return prepared.tip().split(rule.donation(), rule.rule(), rule.seedBlock(), prepared.source());
  }
}
