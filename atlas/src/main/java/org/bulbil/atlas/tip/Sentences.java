package org.bulbil.atlas.tip;

import java.time.Duration;
import java.time.Instant;
import org.bulbil.atlas.document.Timestamp;

/** What is wrong, in words that say what to do. */
final class Sentences {

  private Sentences() {}

  static String nobodyFound(Found found) {
    var rest =
        found.leftOut().isEmpty()
            ? "the choice holds no relay that names an address"
            : "%d relays are left out, such as %s: %s"
                .formatted(
                    found.leftOut().size(),
                    found.leftOut().getFirst().fingerprint(),
                    found.leftOut().getFirst().why());
    return "there is no valid address to donate to; %s (%d relays name none)"
        .formatted(rest, found.withoutAddress());
  }

  static String stale(Instant published, Duration age, Duration limit) {
    return ("the relays are of %s, %s ago, and a donation by news of more than %s goes to who is no"
            + " longer there; take newer ones, raise the limit by --stale-after, or say by --now from"
            + " when you look")
        .formatted(Timestamp.text(published), words(age), words(limit));
  }

  static String early(Instant published) {
    return "the relays are of %s, which is not yet: is the clock right, or --now?"
        .formatted(Timestamp.text(published));
  }

  private static String words(Duration time) {
    return time.toHours() < 48 ? time.toHours() + " hours" : time.toDays() + " days";
  }
}
