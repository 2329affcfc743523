package org.bulbil.agent.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Catalogue;

/**
 * What a request comes to at what a provider offers.
 *
 * @param plan of every relay
 * @param regions each once, in the order of buying
 * @param perRegion relays in each
 */
public record Choice(Plan plan, List<Region> regions, int perRegion) {

  /** Below this tor and agent do not fit: a plan of "1 GB" has 1,000 or 1,024 MB. */
  static final int LEAST_MEMORY_MB = 1_000;

  /** System, tor and bundle take some 3 GB. */
  static final int LEAST_DISK_GB = 8;

  public Choice {
    regions = List.copyOf(regions);
  }

  public int relays() {
    return regions.size() * perRegion;
  }

  /** Where each relay goes, in the order of buying: every region once, before any of them twice. */
  List<Region> places() {
    var places = new ArrayList<Region>();
    for (int round = 0; round < perRegion; round++) {
      places.addAll(regions);
    }
    return places;
  }

  /** Refused with what to do where a region or a plan is not to be had, or the plan will not do. */
  public static Outcome<Choice> of(Request request, Catalogue offers) {
    return plan(request.plan(), offers)
        .flatMap(
            plan ->
                regions(request.regions(), offers)
                    .map(regions -> new Choice(plan, regions, request.perRegion())));
  }

  private static Outcome<Plan> plan(String slug, Catalogue offers) {
    if (slug.isEmpty()) {
      return offers.plans().stream()
          .filter(plan -> fault(plan).isEmpty())
          .min(Comparator.comparing(Plan::rent))
          .map(Outcome::done)
          .orElseGet(() -> Outcome.refused("no plan here has IPv4 and a gigabyte of memory", 0));
    }
    return offers
        .plan(slug)
        .map(plan -> fault(plan).isEmpty() ? Outcome.done(plan) : unfit(plan))
        .orElseGet(
            () -> Outcome.refused("there is no plan %s; %s".formatted(slug, names(offers)), 0));
  }

  private static Outcome<Plan> unfit(Plan plan) {
    return Outcome.refused("plan %s %s; choose another".formatted(plan.slug(), fault(plan)), 0);
  }

  private static String names(Catalogue offers) {
    return "there are "
        + String.join(
            ", ", offers.plans().stream().filter(p -> fault(p).isEmpty()).map(Plan::slug).toList());
  }

  /** Why a plan will not do; empty where it will. */
  private static String fault(Plan plan) {
    if (!plan.ipv4()) {
      return "has no IPv4 address, and a relay needs one";
    }
    if (plan.memoryMb() < LEAST_MEMORY_MB) {
      return "has %d MB of memory, and a relay needs %d"
          .formatted(plan.memoryMb(), LEAST_MEMORY_MB);
    }
    return plan.diskGb() < LEAST_DISK_GB
        ? "has %d GB of disk, and a relay needs %d".formatted(plan.diskGb(), LEAST_DISK_GB)
        : "";
  }

  private static Outcome<List<Region>> regions(List<String> wanted, Catalogue offers) {
    var diverse = RegionOrder.diverse(offers.regions());
    if (wanted.equals(List.of("all"))) {
      return Outcome.done(diverse);
    }
    return wanted.size() == 1 && wanted.getFirst().matches("[0-9]{1,3}")
        ? first(Integer.parseInt(wanted.getFirst()), diverse)
        : named(wanted, offers);
  }

  private static Outcome<List<Region>> first(int count, List<Region> diverse) {
    return count >= 1 && count <= diverse.size()
        ? Outcome.done(diverse.subList(0, count))
        : Outcome.refused("there are 1 to %d regions, not %d".formatted(diverse.size(), count), 0);
  }

  private static Outcome<List<Region>> named(List<String> wanted, Catalogue offers) {
    var found = new LinkedHashSet<Region>();
    for (var slug : wanted) {
      var region = offers.region(slug);
      if (region.isEmpty()) {
        var all = offers.regions().stream().map(Region::slug).toList();
        return Outcome.refused(
            "there is no region %s; there are %s".formatted(slug, String.join(", ", all)), 0);
      }
      found.add(region.get());
    }
    return Outcome.done(List.copyOf(found));
  }
}
