package org.bulbil.core.charity;

import java.util.List;
import java.util.Optional;

/**
 * An address that must never get a relay's money, and why.
 *
 * @param name whose it was
 * @param reason for people: what is known, since when, and what to do instead
 */
public record Denial(String address, String name, String reason) {

  /** The list is part of the program, so that no setting can take an entry away. */
  private static final List<Denial> ALL =
      List.of(
          new Denial(
              "1PFH8NPWu2g6TdRQsirTPGpbnPBhkzQMvM",
              "NoiseTor",
              "its key is believed lost: NoiseTor is not operational since November 2022, some"
                  + " 5.9 BTC have not moved since before May 2020, and its page asks to give to"
                  + " Noisebridge instead"));

  /** The entry for {@code address}, in whatever case it is written. */
  public static Optional<Denial> of(String address) {
    var bare = address.strip();
    return ALL.stream().filter(denial -> denial.address.equalsIgnoreCase(bare)).findFirst();
  }

  /** {@code '1P…' of NoiseTor is denied: its key is believed lost …}. */
  public String words() {
    return "'%s' of %s is denied: %s".formatted(address, name, reason);
  }
}
