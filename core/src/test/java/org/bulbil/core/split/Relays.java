package org.bulbil.core.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.BitcoinAddress.Kind;

/** Candidates of tests. Their addresses are not real; the rule does not read them. */
final class Relays {

  static final double OLD_DAYS = 100;

  private Relays() {}

  static BitcoinAddress address(String name) {
    return address(name, Kind.P2WPKH);
  }

  static BitcoinAddress address(String name, Kind kind) {
    return new BitcoinAddress(name, kind, Chain.MAINNET);
  }

  static Measurement weight(double fraction) {
    return new Measurement(fraction / 2, fraction / 2, 0, 1);
  }

  /** An old relay that nobody is related to. */
  static Candidate relay(String id, double fraction, String... groups) {
    return new Candidate(
        id,
        address("to-" + id),
        weight(fraction),
        OptionalDouble.empty(),
        OLD_DAYS,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Set.of(groups));
  }

  static Candidate at(Candidate relay, String id, BitcoinAddress address) {
    return new Candidate(
        id,
        address,
        relay.measured(),
        relay.capacity(),
        relay.ageDays(),
        relay.uptime(),
        relay.rarity(),
        relay.groups());
  }

  static Candidate measured(Candidate relay, Measurement measured) {
    return new Candidate(
        relay.id(),
        relay.address(),
        measured,
        relay.capacity(),
        relay.ageDays(),
        relay.uptime(),
        relay.rarity(),
        relay.groups());
  }

  static Candidate withCapacity(Candidate relay, double capacity) {
    return new Candidate(
        relay.id(),
        relay.address(),
        relay.measured(),
        OptionalDouble.of(capacity),
        relay.ageDays(),
        relay.uptime(),
        relay.rarity(),
        relay.groups());
  }

  static Candidate aged(Candidate relay, double days) {
    return new Candidate(
        relay.id(),
        relay.address(),
        relay.measured(),
        relay.capacity(),
        days,
        relay.uptime(),
        relay.rarity(),
        relay.groups());
  }

  /** As networks are: few large ones, shared addresses, families, networks of several families. */
  static List<Candidate> network(Random random, int count) {
    var raw = random.doubles(count).map(u -> Math.pow(u + 1e-3, -0.9)).toArray();
    double all = java.util.Arrays.stream(raw).sum();
    return IntStream.range(0, count)
        .mapToObj(i -> member(random, i, count, raw[i] / all))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Candidate member(Random random, int number, int count, double fraction) {
    var groups = new HashSet<String>();
    groups.add("as:" + random.nextInt(count / 8 + 1));
    groups.add("net:" + random.nextInt(count / 3 + 1));
    if (random.nextInt(3) == 0) {
      groups.add("family:" + random.nextInt(count / 10 + 1));
    }
    var kinds = Kind.values();
    int owner = random.nextInt(count);
    return new Candidate(
        "relay%05d".formatted(number),
        address("owner" + owner, kinds[owner % kinds.length]),
        new Measurement(
            fraction,
            fraction,
            random.nextInt(5) == 0 ? fraction : 0,
            0.5 + random.nextDouble() / 2),
        random.nextInt(10) == 0
            ? OptionalDouble.of(fraction * 2 * random.nextDouble() + 1e-9)
            : OptionalDouble.empty(),
        random.nextDouble() * 200,
        random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
        random.nextBoolean()
            ? OptionalDouble.of(0.01 + random.nextDouble() * 9)
            : OptionalDouble.empty(),
        groups);
  }

  /** Satoshis of all addresses that {@code relays} have. */
  static long gets(Split split, Collection<Candidate> relays) {
    var addresses = relays.stream().map(Candidate::address).collect(Collectors.toSet());
    return split.recipients().stream()
        .filter(paid -> addresses.contains(paid.address()))
        .mapToLong(paid -> paid.amount().value())
        .sum();
  }
}
