package org.bulbil.atlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bulbil.core.outcome.Outcome;

/**
 * A question to the map.
 *
 * @param criteria that all hold
 * @param order of the answers, most important first; by fingerprint where it is empty
 * @param offset answers left out at the beginning, at least 0; relays stand before bridges
 * @param limit of answers, at least 0
 * @param fields of details that are wanted, in small letters; empty for all of them
 */
public record Query(
    List<Criterion> criteria,
    List<Order> order,
    int offset,
    OptionalInt limit,
    Optional<Set<String>> fields) {

  /** Everything. */
  public static final Query ALL =
      new Query(List.of(), List.of(), 0, OptionalInt.empty(), Optional.empty());

  public Query {
    criteria = List.copyOf(criteria);
    order = List.copyOf(order);
    fields = fields.map(Set::copyOf);
    if (offset < 0 || limit.orElse(0) < 0) {
      throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
    }
  }

  /**
   * Reads Onionoo's parameters; refused (400) with the parameter and the rule that it breaks.
   *
   * @param parameters decoded; of a repeated one the first value counts
   */
  public static Outcome<Query> read(Map<String, List<String>> parameters) {
    try {
      return Outcome.done(QueryReader.read(parameters));
    } catch (BadParameter bad) {
      return Outcome.refused(String.valueOf(bad.getMessage()), 400);
    }
  }

  /** The names of all parameters that {@link #read} knows. */
  public static Set<String> parameters() {
    return QueryReader.KNOWN;
  }

  /** The same without offset and limit. */
  public Query unpaged() {
    return new Query(criteria, order, 0, OptionalInt.empty(), fields);
  }

  /** The same with one criterion more. */
  public Query and(Criterion criterion) {
    var more = new ArrayList<>(criteria);
    more.add(criterion);
    return new Query(more, order, offset, limit, fields);
  }
}
