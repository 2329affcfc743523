package org.bulbil.atlas.tip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bulbil.atlas.query.Query;
import org.bulbil.core.outcome.Outcome;

/**
 * Whom a donor chooses to donate to.
 *
 * @param among empty for those that are verified where there are any, and else for all
 * @param query that they answer to
 * @param filters the same as typed, {@code name=value}, in order of their names
 * @param top only so many of the most used, where it says how many
 */
public record Choice(Optional<Among> among, Query query, List<String> filters, OptionalInt top) {

  /** Everybody with a valid address. */
  public static final Choice USUAL =
      new Choice(Optional.empty(), Query.ALL, List.of(), OptionalInt.empty());

  /** Who is asked for at all. */
  public enum Among {
    /** Everybody with a valid address. */
    ALL,
    /** Who says in the contact line that it is one of ours; anybody may say it. */
    OURS,
    /** Whose wallet and identity key vouch for each other: the address cannot be a stranger's. */
    VERIFIED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Choice {
    filters = List.copyOf(filters);
    if (top.orElse(1) < 1) {
      throw new IllegalArgumentException("at least one relay has to be chosen");
    }
  }

  /**
   * Reads filters that have the names and rules of Onionoo's parameters, such as {@code
   * country=de}; refused with the parameter and the rule that it breaks.
   */
  public static Outcome<Choice> read(
      Optional<Among> among, Map<String, String> filters, OptionalInt top) {
    var parameters = new LinkedHashMap<String, List<String>>();
    var words = new ArrayList<String>();
    filters.keySet().stream()
        .sorted()
        .forEach(
            name -> {
              parameters.put(name, List.of(filters.getOrDefault(name, "")));
              words.add(name + "=" + filters.get(name));
            });
    return Query.read(parameters).map(query -> new Choice(among, query.unpaged(), words, top));
  }

  /** As an audit file keeps it; refused where this is not what one holds. */
  public static Outcome<Choice> of(Audit.Chosen chosen) {
    var filters = new LinkedHashMap<String, String>();
    for (var filter : chosen.filters()) {
      int equals = filter.indexOf('=');
      if (equals < 1) {
        return Outcome.refused("its filter '" + filter + "' is none", 0);
      }
      filters.put(filter.substring(0, equals), filter.substring(equals + 1));
    }
    var top = chosen.top() == null ? OptionalInt.empty() : OptionalInt.of(chosen.top());
    try {
      var among = Among.valueOf(chosen.among().toUpperCase(Locale.ROOT));
      return read(Optional.of(among), filters, top);
    } catch (IllegalArgumentException e) {
      return Outcome.refused("it chooses among '" + chosen.among() + "', which is nothing", 0);
    }
  }

  /** For an audit file, with what came of a choice that was left open. */
  Audit.Chosen chosen(Among settled) {
    return new Audit.Chosen(settled.toString(), filters, top.isPresent() ? top.getAsInt() : null);
  }
}
