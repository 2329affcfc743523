package org.bulbil.agent.bequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.store.Column;
import org.bulbil.bitcoin.store.Form;
import org.bulbil.tor.Fingerprint;

/**
 * A bequest that we keep for a relative; a stored row.
 *
 * @param page the base URL of its status page
 * @param message the checked message, as it was read
 * @param alive when its page answered last
 * @param sent when the newest sweep was sent; empty while none was
 * @param level how many sweeps were sent, of those in the message
 */
record KeptLegacy(
    Fingerprint testator,
    String page,
    String message,
    Instant validFrom,
    Instant alive,
    Optional<Instant> sent,
    int level) {

  static final Form<KeptLegacy> FORM =
      new Form<>(
          "legacy",
          List.of(
              Column.text("testator"),
              Column.text("page"),
              Column.text("message"),
              Column.number("valid_from"),
              Column.number("alive"),
              Column.number("sent").optional(),
              Column.number("level")),
          kept ->
              List.of(
                  kept.testator,
                  kept.page,
                  kept.message,
                  kept.validFrom,
                  kept.alive,
                  kept.sent,
                  kept.level),
          row ->
              new KeptLegacy(
                  new Fingerprint(row.text("testator")),
                  row.text("page"),
                  row.text("message"),
                  row.instant("valid_from"),
                  row.instant("alive"),
                  row.optionalInstant("sent"),
                  row.integer("level")));

  KeptLegacy aliveAt(Instant now) {
    return new KeptLegacy(testator, page, message, validFrom, now, sent, level);
  }

  KeptLegacy sentAt(Instant now) {
    return new KeptLegacy(testator, page, message, validFrom, alive, Optional.of(now), level + 1);
  }
}
