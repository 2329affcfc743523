package org.bulbil.sandbox.provider.catalogue;

import static org.bulbil.sandbox.provider.catalogue.Backend.VULTR;
import static org.bulbil.sandbox.provider.catalogue.Flavor.Network.IPV4;
import static org.bulbil.sandbox.provider.catalogue.Flavor.Network.IPV6_ONLY;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Cents;

/** Everything on offer. The order of each list is the order in the replies. */
public record Catalogue(
    List<Flavor> flavors, List<Region> regions, List<OperatingSystem> operatingSystems) {

  public Catalogue {
    flavors = List.copyOf(flavors);
    regions = List.copyOf(regions);
    operatingSystems = List.copyOf(operatingSystems);
  }

  /**
   * The fourteen regions that Vultr had in 2017, under Vultr's own slugs, and four sizes. The
   * 38-cent one has the price and size of the fixture in the official client's tests; the others
   * are Vultr's list prices times the same factor.
   */
  public static Catalogue vultr2017() {
    return new Catalogue(vultrFlavors(), vultrRegions(), vultrSystems());
  }

  private static List<Flavor> vultrFlavors() {
    return List.of(
        new Flavor("vc2-1c-0.5gb-v6", VULTR, Cents.of(16), 1, 512, 10, 0.5, IPV6_ONLY),
        new Flavor("vc2-1c-0.5gb", VULTR, Cents.of(22), 1, 512, 10, 0.5, IPV4),
        new Flavor("vc2-1c-1gb", VULTR, Cents.of(38), 1, 1024, 25, 1.0, IPV4),
        new Flavor("vc2-1c-2gb", VULTR, Cents.of(64), 1, 2048, 55, 2.0, IPV4));
  }

  private static List<Region> vultrRegions() {
    return List.of(
        new Region("ewr", "New Jersey", VULTR),
        new Region("ord", "Chicago", VULTR),
        new Region("dfw", "Dallas", VULTR),
        new Region("sea", "Seattle", VULTR),
        new Region("lax", "Los Angeles", VULTR),
        new Region("atl", "Atlanta", VULTR),
        new Region("ams", "Amsterdam", VULTR),
        new Region("lhr", "London", VULTR),
        new Region("fra", "Frankfurt", VULTR),
        new Region("sjc", "Silicon Valley", VULTR),
        new Region("syd", "Sydney", VULTR),
        new Region("cdg", "Paris", VULTR),
        new Region("nrt", "Tokyo", VULTR),
        new Region("mia", "Miami", VULTR));
  }

  private static List<OperatingSystem> vultrSystems() {
    return List.of(
        new OperatingSystem("debian-12", "Debian 12", VULTR),
        new OperatingSystem("ubuntu-24.04", "Ubuntu 24.04 LTS", VULTR));
  }

  public Optional<Flavor> flavor(Backend backend, String slug) {
    return flavors.stream()
        .filter(flavor -> flavor.backend() == backend && flavor.slug().equals(slug))
        .findFirst();
  }

  public Optional<Region> region(Backend backend, String slug) {
    return regions.stream()
        .filter(region -> region.backend() == backend && region.slug().equals(slug))
        .findFirst();
  }

  public Optional<OperatingSystem> operatingSystem(Backend backend, String slug) {
    return operatingSystems.stream()
        .filter(system -> system.backend() == backend && system.slug().equals(slug))
        .findFirst();
  }

  /** The first region of {@code backend}: its choice where a launch names none. */
  public Optional<Region> anyRegion(Backend backend) {
    return regions.stream().filter(region -> region.backend() == backend).findFirst();
  }
}
