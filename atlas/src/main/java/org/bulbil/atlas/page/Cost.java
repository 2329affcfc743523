package org.bulbil.atlas.page;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.bulbil.atlas.network.Relay;
import org.bulbil.core.contact.ContactInfo;

/**
 * What a relay costs, and what it carries for that.
 *
 * @param month words: the rent of thirty days, or what its contact line says
 * @param terabyte words: the cost of a delivered terabyte
 */
public record Cost(String month, String terabyte) {

  static final String UNKNOWN = "unknown";

  private static final int MONTH_DAYS = 30;
  private static final double DAY_SECONDS = 86_400;
  private static final double TERABYTE = 1e12;

  /** CIISS {@code cost}: a month's amount and its currency. */
  private static final Pattern STATED = Pattern.compile("([0-9]{1,7}\\.[0-9]{2})([A-Z]{3})");

  /** An amount a day in a currency. */
  private record Daily(double amount, String currency, String origin) {}

  /**
   * Cost of a delivered terabyte = rent of a day / (mean bytes a second that the relay has written
   * over the last month × 86,400 / 10^12). Bytes written are what clients and other relays were
   * sent, so that nothing counts twice. The rent is that of the relay's own page, else a thirtieth
   * of the {@code cost} in its contact line. Unknown where rent or traffic is, or where the traffic
   * is zero.
   *
   * @param written mean bytes a second over the last month
   */
  static Cost of(Relay relay, OptionalDouble written) {
    var daily = rent(relay).or(() -> stated(relay));
    return new Cost(
        daily.map(Cost::month).orElse(UNKNOWN),
        daily.flatMap(day -> terabyte(day, written)).orElse(UNKNOWN));
  }

  private static Optional<Daily> rent(Relay relay) {
    return relay
        .page()
        .flatMap(page -> page.rent())
        .map(rent -> new Daily(rent.value() / 100.0, "USD", "by the relay's own page"));
  }

  private static Optional<Daily> stated(Relay relay) {
    return Optional.ofNullable(relay.details().contact())
        .flatMap(line -> ContactInfo.read(line).field("cost"))
        .map(STATED::matcher)
        .filter(form -> form.matches())
        .map(
            form ->
                new Daily(
                    Double.parseDouble(form.group(1)) / MONTH_DAYS,
                    form.group(2),
                    "by its contact line"));
  }

  private static String month(Daily day) {
    return Words.format(
        "%.2f %s a month, %s", day.amount() * MONTH_DAYS, day.currency(), day.origin());
  }

  private static Optional<String> terabyte(Daily day, OptionalDouble written) {
    return written.orElse(0) <= 0
        ? Optional.empty()
        : Optional.of(
            Words.format(
                "%.2f %s",
                day.amount() / (written.getAsDouble() * DAY_SECONDS / TERABYTE), day.currency()));
  }
}
