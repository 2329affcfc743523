package org.bulbil.tor.directory;

import java.util.Arrays;
import java.util.Optional;

/** What the authorities say of a relay (dir-spec §"s" line), as far as we know the words. */
public enum Flag {
  AUTHORITY("Authority"),
  BAD_EXIT("BadExit"),
  EXIT("Exit"),
  FAST("Fast"),
  GUARD("Guard"),
  HSDIR("HSDir"),
  MIDDLE_ONLY("MiddleOnly"),
  NO_ED_CONSENSUS("NoEdConsensus"),
  RUNNING("Running"),
  STABLE("Stable"),
  STALE_DESC("StaleDesc"),
  SYBIL("Sybil"),
  V2DIR("V2Dir"),
  VALID("Valid");

  private final String word;

  Flag(String word) {
    this.word = word;
  }

  /** As the consensus writes it. */
  public String word() {
    return word;
  }

  static Optional<Flag> of(String word) {
    return Arrays.stream(values()).filter(flag -> flag.word.equals(word)).findFirst();
  }
}
