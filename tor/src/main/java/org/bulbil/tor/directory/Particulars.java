package org.bulbil.tor.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What else a server descriptor says, that a map shows and an agent does not need.
 *
 * @param hibernating whether it refuses connections to save traffic
 * @param overloaded the hour since which it has more to do than it can ({@code overload-general})
 * @param furtherAddresses with ports, IPv6 in brackets ({@code or-address})
 * @param exitPolicy its rules in order, such as {@code reject *:*}
 * @param exitPortsV6 such as {@code accept 80,443}; empty where it lets nothing out by IPv6
 * @param familyCertificates each base64 in one line
 */
public record Particulars(
    boolean hibernating,
    Optional<Instant> overloaded,
    List<String> furtherAddresses,
    List<String> exitPolicy,
    String exitPortsV6,
    List<String> familyCertificates) {

  public Particulars {
    furtherAddresses = List.copyOf(furtherAddresses);
    exitPolicy = List.copyOf(exitPolicy);
    familyCertificates = List.copyOf(familyCertificates);
  }

  /**
   * Of a descriptor, whose signature the caller has checked; a line that makes no sense is none.
   */
  public static Particulars of(ServerDescriptor descriptor) {
    var items = Items.of(descriptor.raw());
    return new Particulars(
        items.text("hibernating").equals("1"),
        overloaded(items),
        items.each("or-address").map(Item::arguments).toList(),
        rules(items).toList(),
        items.text("ipv6-policy"),
        items.each("family-cert").map(Item::object).toList());
  }

  /** {@code overload-general 1 2022-01-01 00:00:00} (proposal 328). */
  private static Optional<Instant> overloaded(Items items) {
    return items
        .first("overload-general")
        .map(item -> List.of(item.arguments().split(" ", -1)))
        .filter(words -> words.size() >= 3)
        .flatMap(words -> Items.timeIfAny(words, 1));
  }

  private static Stream<String> rules(Items items) {
    return items.all().stream()
        .filter(item -> item.keyword().equals("accept") || item.keyword().equals("reject"))
        .map(item -> item.keyword() + " " + item.arguments());
  }
}
