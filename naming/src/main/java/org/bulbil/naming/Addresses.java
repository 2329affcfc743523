package org.bulbil.naming;

import static java.util.stream.Collectors.joining;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;

/**
 * The addresses that a name points to, of both families, in no order.
 *
 * @param all without doubles
 */
public record Addresses(Set<InetAddress> all) {

  public static final Addresses NONE = new Addresses(Set.of());

  public Addresses {
    all = Set.copyOf(all);
  }

  public static Addresses of(InetAddress... some) {
    return new Addresses(Set.of(some));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public boolean contains(InetAddress address) {
    return all.contains(address);
  }

  public Addresses with(InetAddress address) {
    var more = new HashSet<>(all);
    more.add(address);
    return new Addresses(more);
  }

  public Addresses without(InetAddress address) {
    var fewer = new HashSet<>(all);
    fewer.remove(address);
    return new Addresses(fewer);
  }

  /** As people read them, always in the same order. */
  @Override
  public String toString() {
    return isEmpty()
        ? "no address"
        : all.stream().map(InetAddress::getHostAddress).sorted().collect(joining(" "));
  }
}
