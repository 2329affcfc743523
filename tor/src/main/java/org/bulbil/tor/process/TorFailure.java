package org.bulbil.tor.process;

import java.util.List;
import java.util.regex.Pattern;

/** Why a tor ended, in a sentence made from the last lines of its log. */
final class TorFailure {

  private static final Pattern TAKEN =
      Pattern.compile("Could not bind to (\\S+): Address already in use");
  private static final Pattern NOT_OURS =
      Pattern.compile(
          "Could not bind to (\\S+): (Cannot assign requested address|Permission denied)");
  private static final Pattern TROUBLE = Pattern.compile("\\[(warn|err)] (.*)");

  private TorFailure() {}

  static String explain(List<String> log) {
    for (var line : log.reversed()) {
      var taken = TAKEN.matcher(line);
      if (taken.find()) {
        return taken.group(1)
            + " is taken by another program: end that program, or choose another port";
      }
      var notOurs = NOT_OURS.matcher(line);
      if (notOurs.find()) {
        return "tor may not listen on %s (%s): choose an address of this machine and a port from 1024 up"
            .formatted(notOurs.group(1), notOurs.group(2));
      }
      if (line.contains("another Tor process is running with the same data directory")) {
        return "another tor uses the same folder: end it first";
      }
    }
    return log.isEmpty() ? "tor ended without a word" : "tor ended; it said: " + trouble(log);
  }

  /** The first of the last complaints but the closing formula, or else the last line. */
  private static String trouble(List<String> log) {
    return log.stream()
        .map(TROUBLE::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(2))
        .filter(text -> !text.startsWith("Reading config failed"))
        .reduce((_, last) -> last)
        .orElse(log.getLast());
  }
}
