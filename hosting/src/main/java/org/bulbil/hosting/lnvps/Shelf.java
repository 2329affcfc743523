package org.bulbil.hosting.lnvps;

import static org.bulbil.hosting.json.Fields.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.json.Fields;
import org.bulbil.hosting.json.JsonText;
import org.bulbil.hosting.json.Nonsense;
import org.jspecify.annotations.Nullable;

/**
 * What LNVPS offers to everybody. A template is one size in one region; the same size has the same
 * name everywhere, so plans are names, and cost what they cost where they are dearest.
 */
final class Shelf {

  private static final System.Logger LOG = System.getLogger(Shelf.class.getName());

  private static final String RATES = "/api/v1/exchange-rate?base=BTC";
  private static final String ARCHITECTURE = "x86_64";

  private final Wire wire;
  private final LnvpsSettings settings;
  private final Time time;

  Shelf(Wire wire, LnvpsSettings settings, Time time) {
    this.wire = wire;
    this.settings = settings;
    this.time = time;
  }

  /** The date of an answer to a question that nobody is charged for (RFC 9110, section 6.6.1). */
  Outcome<Instant> clock() {
    return wire.date(RATES);
  }

  /** What a bitcoin costs. */
  Outcome<Rate> rate() {
    return wire.get(RATES, text -> exchange(text).bitcoin());
  }

  private static Exchange exchange(String text) {
    return Exchange.of(JsonText.read(Body.Exchanges.class, text).data());
  }

  Outcome<Catalogue> catalogue() {
    return wire.get(RATES, Shelf::exchange)
        .flatMap(rates -> wire.get("/api/v1/vm/templates", text -> catalogue(text, rates)));
  }

  private Catalogue catalogue(String text, Exchange exchange) {
    var plans = new LinkedHashMap<String, Plan>();
    var regions = new LinkedHashMap<String, Region>();
    for (var template : templates(text)) {
      try {
        var plan = Reading.plan(template, exchange, settings.vatPercent());
        var region = Reading.region(template);
        plans.merge(plan.slug(), plan, Shelf::dearer);
        regions.putIfAbsent(region.slug(), region);
      } catch (Nonsense e) { // One odd offer must not hide the others.
        LOG.log(System.Logger.Level.DEBUG, "an offer of LNVPS is left out: {0}", e.getMessage());
      }
    }
    if (plans.isEmpty()) {
      throw new Nonsense("it offers nothing that we can use");
    }
    return new Catalogue(List.copyOf(plans.values()), List.copyOf(regions.values()));
  }

  private static Plan dearer(Plan one, Plan other) {
    return one.rent().compareTo(other.rent()) >= 0 ? one : other;
  }

  private List<Body.Template> templates(String text) {
    var data = required("data", JsonText.read(Body.Offers.class, text).data());
    var all = new ArrayList<>(required("templates", data.templates()));
    all.removeIf(Objects::isNull);
    return all.stream().filter(this::isOnOffer).toList();
  }

  private boolean isOnOffer(Body.Template template) {
    return isOurs(template.cpuArch())
        && (template.expires() == null
            || Fields.time("expires", template.expires()).isAfter(time.now()));
  }

  private static boolean isOurs(@Nullable String architecture) {
    return architecture == null
        || architecture.equals(ARCHITECTURE)
        || architecture.equals("unknown");
  }

  /** The id of the template that is {@code plan} in {@code region}. */
  Outcome<Long> template(String plan, String region) {
    return wire.get("/api/v1/vm/templates", text -> find(text, plan, region))
        .flatMap(
            found ->
                found
                    .map(Outcome::done)
                    .orElse(Outcome.refused("LNVPS has no " + plan + " in " + region, 422)));
  }

  private Optional<Long> find(String text, String plan, String region) {
    return templates(text).stream()
        .filter(it -> Reading.plan(it).equals(plan) && Reading.place(it).equals(region))
        .findFirst()
        .map(it -> Reading.number("template.id", it.id()));
  }

  /** The id of the image that the settings name. */
  Outcome<Long> image() {
    return wire.get("/api/v1/image", this::image)
        .flatMap(
            found ->
                found
                    .map(Outcome::done)
                    .orElse(
                        Outcome.refused(
                            "LNVPS has no image " + settings.image() + "; set another", 422)));
  }

  private Optional<Long> image(String text) {
    return required("data", JsonText.read(Body.Images.class, text).data()).stream()
        .filter(it -> it != null && isOurs(it.cpuArch()) && name(it).equals(settings.image()))
        .findFirst()
        .map(it -> Reading.number("image.id", it.id()));
  }

  private static String name(Body.Image image) {
    return image.distribution() + "-" + image.version();
  }
}
