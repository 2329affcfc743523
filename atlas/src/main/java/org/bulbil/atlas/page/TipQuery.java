package org.bulbil.atlas.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.tip.Choice;
import org.bulbil.atlas.tip.Choice.Among;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.split.Rule;

/**
 * A donation as the form of the tip page sends it.
 *
 * @param donation empty where nothing was asked yet
 * @param rule with what the donor changes of it
 * @param seedBlock hash of the block of a lottery
 */
record TipQuery(Optional<Sats> donation, Choice choice, Rule rule, Optional<String> seedBlock) {

  /** Filters of the form, by the names of Onionoo's parameters. */
  static final List<String> FILTERS =
      List.of("country", "flag", "as", "family", "lookup", "contact");

  private static final List<String> OTHERS =
      List.of("sat", "among", "top", "least", "seed_block", "theme");

  /** Of 21 million bitcoin, in satoshis. */
  private static final int DIGITS_MAX = 16;

  /** Reads them, empty ones as if they were not there; refused with the rule that one breaks. */
  static Outcome<TipQuery> read(Map<String, String> parameters) {
    var given = new LinkedHashMap<String, String>();
    parameters.forEach((name, value) -> given.put(name, value.strip()));
    given.values().removeIf(String::isEmpty);
    try {
      return checked(given);
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 400);
    }
  }

  private static Outcome<TipQuery> checked(Map<String, String> given) {
    var unknown = new ArrayList<>(given.keySet());
    unknown.removeAll(FILTERS);
    unknown.removeAll(OTHERS);
    if (!unknown.isEmpty()) {
      return Outcome.refused(
          "the tip page knows no parameter '%s'".formatted(unknown.getFirst()), 400);
    }
    var filters = new LinkedHashMap<>(given);
    filters.keySet().retainAll(FILTERS);
    var top = Optional.ofNullable(given.get("top")).map(text -> number("top", text));
    var donation = Optional.ofNullable(given.get("sat")).map(text -> Sats.of(number("sat", text)));
    return Choice.read(
            Optional.ofNullable(given.get("among")).map(TipQuery::among),
            filters,
            top.map(count -> OptionalInt.of(Math.toIntExact(Math.min(count, Integer.MAX_VALUE))))
                .orElse(OptionalInt.empty()))
        .map(
            choice ->
                new TipQuery(
                    donation, choice, rule(given), Optional.ofNullable(given.get("seed_block"))));
  }

  private static Rule rule(Map<String, String> given) {
    var usual = Rule.USUAL;
    return Optional.ofNullable(given.get("least"))
        .map(text -> Sats.of(number("least", text)))
        .map(least -> new Rule(usual.exitBonus(), usual.groupCap(), least))
        .orElse(usual);
  }

  private static Among among(String text) {
    try {
      return Among.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("among is all, ours or verified, not '" + text + "'", e);
    }
  }

  private static long number(String name, String text) {
    if (!text.matches("[1-9][0-9]{0," + (DIGITS_MAX - 1) + "}")) {
      throw new IllegalArgumentException(
          "%s is a whole number above 0, not '%s'".formatted(name, text));
    }
    return Long.parseLong(text);
  }
}
