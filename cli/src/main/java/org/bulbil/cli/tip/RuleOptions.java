package org.bulbil.cli.tip;

import java.util.Optional;
import org.bulbil.core.money.Sats;
import org.bulbil.core.split.Rule;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How much is donated and how it is split, as typed. */
final class RuleOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--sat",
      required = true,
      paramLabel = "N",
      description = "The donation in satoshis; the fee of the payment comes on top.")
  private long sat;

  @Option(
      names = "--exit-bonus",
      paramLabel = "N",
      description = "What an exit position counts, where guard and middle count 1 (default 2).")
  private Optional<Double> exitBonus;

  @Option(
      names = "--group-cap",
      paramLabel = "PERCENT",
      description =
          "What a family, an address, a /16 or an autonomous system may get at most, while others can"
              + " take the rest (default 10).")
  private Optional<Double> groupCap;

  @Option(
      names = "--least",
      paramLabel = "SAT",
      description =
          "The least that is worth paying to anybody, besides dust limits (default 0); 20 times the"
              + " fee of spending it is a good one.")
  private Optional<Long> least;

  @Option(
      names = "--seed-block",
      paramLabel = "HASH",
      description =
          "Draws for the shares that are too small to be paid, by the hash of a block that was still"
              + " to come when the relays were as they are.")
  private Optional<String> seedBlock;

  /** Tells what was typed wrongly, before anything is read. */
  void check() {
    var _ = donation();
    var _ = rule();
    var _ = seedBlock();
  }

  Sats donation() {
    if (sat < 1 || sat > Sats.SUPPLY_MAX) {
      throw new ParameterException(
          spec.commandLine(),
          "--sat: a donation is 1 to %d satoshis, not %d".formatted(Sats.SUPPLY_MAX, sat));
    }
    return Sats.of(sat);
  }

  Rule rule() {
    try {
      return new Rule(
          exitBonus.orElse(Rule.USUAL.exitBonus()),
          groupCap.map(percent -> percent / 100).orElse(Rule.USUAL.groupCap()),
          least.map(Sats::of).orElse(Rule.USUAL.least()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  Optional<String> seedBlock() {
    seedBlock
        .filter(hash -> !hash.matches("[0-9a-fA-F]{64}"))
        .ifPresent(
            hash -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "--seed-block: a block's hash is 64 hexadecimal digits, not '" + hash + "'");
            });
    return seedBlock;
  }
}
