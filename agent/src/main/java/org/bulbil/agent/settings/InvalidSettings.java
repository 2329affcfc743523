package org.bulbil.agent.settings;

import java.util.List;

/** A settings file that breaks rules: all of them at once, each with its key. */
public final class InvalidSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidSettings(String file, List<String> faults) {
    super(
        "%s has %d fault%s:%n  %s"
            .formatted(
                file,
                faults.size(),
                faults.size() == 1 ? "" : "s",
                String.join(System.lineSeparator() + "  ", faults)));
  }
}
