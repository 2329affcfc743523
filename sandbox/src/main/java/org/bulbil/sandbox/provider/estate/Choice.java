package org.bulbil.sandbox.provider.estate;

import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.catalogue.Backend;
import org.bulbil.sandbox.provider.catalogue.Catalogue;
import org.bulbil.sandbox.provider.catalogue.Flavor;
import org.bulbil.sandbox.provider.catalogue.OperatingSystem;
import org.bulbil.sandbox.provider.catalogue.Region;

/** What an order's slugs mean in the catalogue. */
public record Choice(Flavor flavor, Region region, OperatingSystem operatingSystem) {

  /** What {@code order} chooses; 422 where it names something that is not on offer. */
  static Outcome<Choice> of(Order order, Catalogue catalogue) {
    var backend = order.backend();
    return flavor(backend, order.flavor(), catalogue)
        .flatMap(
            flavor ->
                region(order, catalogue)
                    .flatMap(
                        region ->
                            system(order, catalogue)
                                .map(system -> new Choice(flavor, region, system))));
  }

  static Outcome<Flavor> flavor(Backend backend, String slug, Catalogue catalogue) {
    return known(catalogue.flavor(backend, slug), "flavor", slug, backend);
  }

  private static Outcome<Region> region(Order order, Catalogue catalogue) {
    var backend = order.backend();
    if (order.region().isPresent()) {
      var slug = order.region().get();
      return known(catalogue.region(backend, slug), "region", slug, backend);
    }
    return switch (backend) {
      case VULTR -> Outcome.refused("region is required for provider vultr.", 422);
      case DIGITALOCEAN -> known(catalogue.anyRegion(backend), "region", "(any)", backend);
    };
  }

  private static Outcome<OperatingSystem> system(Order order, Catalogue catalogue) {
    var slug = order.operatingSystem();
    var found = catalogue.operatingSystem(order.backend(), slug);
    return known(found, "operating system", slug, order.backend());
  }

  private static <T> Outcome<T> known(
      Optional<T> found, String kind, String slug, Backend backend) {
    return found
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    "No such " + kind + " at provider " + backend.slug() + ": " + slug, 422));
  }
}
