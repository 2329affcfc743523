package org.bulbil.cli.console;

import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.process.TorBinary;

/** The tor of this machine, or the trouble that there is none that will do. */
public final class InstalledTor {

  private InstalledTor() {}

  public static TorBinary find() {
    var found = TorBinary.find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    return found
        .answer()
        .orElseThrow(
            () ->
                new Trouble(
                    found instanceof Outcome.Refused<TorBinary>(String why, _)
                        ? why
                        : found.summary()));
  }
}
