package org.bulbil.hosting;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;

/**
 * What a provider offers now.
 *
 * @param plans in the provider's order
 * @param regions in the provider's order
 */
public record Catalogue(List<Plan> plans, List<Region> regions) {

  public Catalogue {
    plans = List.copyOf(plans);
    regions = List.copyOf(regions);
  }

  public Optional<Plan> plan(String slug) {
    return plans.stream().filter(plan -> plan.slug().equals(slug)).findFirst();
  }

  public Optional<Region> region(String slug) {
    return regions.stream().filter(region -> region.slug().equals(slug)).findFirst();
  }
}
