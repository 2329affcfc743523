package org.bulbil.cli.console;

import java.time.Duration;
import org.bulbil.agent.settings.PayableAddress;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a whole wallet goes, how fast, and how sure the person is. */
public final class SweepOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      required = true,
      description = "Where everything goes.")
  private String to;

  @Option(
      names = "--within",
      paramLabel = "SPAN",
      defaultValue = "2h",
      description = "When it should be in a block; a longer span costs less (default 2h).")
  private Duration within;

  @Option(names = "--dry-run", description = "Only says what it would do.")
  private boolean isDry;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean isSure;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  /** As it was typed. */
  public String to() {
    return to;
  }

  /**
   * Where everything goes.
   *
   * @throws ParameterException where {@code network} has no such address
   */
  public Address payable(Network network) {
    return PayableAddress.read(to, network).orElseThrow(this::wrong);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), "--to: " + why);
  }

  public Duration within() {
    return within;
  }

  public boolean isDry() {
    return isDry;
  }

  public boolean isJson() {
    return json;
  }

  /** Whether a person will be asked, and must see before what he says yes to. */
  public boolean isAsking() {
    return !isSure;
  }

  /**
   * Whether it may be sent: a person has said so, now or when he typed the command.
   *
   * @throws Trouble where nobody can be asked
   */
  public boolean isAgreed() {
    if (!isSure && !StandardInput.isTerminal()) {
      throw new Trouble("nothing was sent: nobody can be asked here; add --yes");
    }
    return isSure || StandardInput.confirms("Send it?");
  }
}
