package org.bulbil.atlas.watch;

import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bulbil.atlas.document.RelayDetails;

/** Details of relays that differ in what a test is about. */
final class PaperDetails {

  private static final Jsonb JSON = Jsonb.instance();

  private PaperDetails() {}

  /** Of a relay that nobody has met before. */
  static RelayDetails withContact(String contact) {
    var name = String.format(Locale.ROOT, "%040X", Math.abs((long) contact.hashCode()));
    return of(name, "192.0.2.7:9001", contact);
  }

  static RelayDetails of(String fingerprint, String orAddress, String contact) {
    var fields =
        Map.of(
            "nickname",
            "bulbil1",
            "fingerprint",
            fingerprint,
            "or_addresses",
            List.of(orAddress),
            "last_seen",
            "2026-11-22 12:00:00",
            "first_seen",
            "2026-11-22 12:00:00",
            "last_changed_address_or_port",
            "2026-11-22 12:00:00",
            "running",
            true,
            "contact",
            contact);
    return JSON.type(RelayDetails.class).fromJson(JSON.toJson(fields));
  }
}
