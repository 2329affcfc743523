package org.bulbil.evolve.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.lease.Slugs;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.policy.Limits;
import org.tomlj.Toml;

/**
 * A scenario as somebody writes it down: a TOML file that names a known scenario as its {@code
 * base} and says what is different. Whatever is wrong is said at once, each fault with its line,
 * field and rule; unknown keys are faults.
 */
public final class ScenarioFile {

  /** A scenario is a page or two. */
  private static final int BYTES_MAX = 1 << 20;

  private ScenarioFile() {}

  /**
   * Reads a file; {@link IllegalArgumentException} names it and all faults.
   *
   * @throws UncheckedIOException where it is there and cannot be read
   */
  public static Scenario read(Path file) {
    return parse(file.toString(), text(file));
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new IllegalArgumentException(file + " is larger than " + BYTES_MAX + " bytes");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not a text in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  static Scenario parse(String file, String text) {
    var toml = Toml.parse(text);
    var faults = new ArrayList<String>();
    toml.errors()
        .forEach(e -> faults.add("line %d: %s".formatted(e.position().line(), e.getMessage())));
    refuse(file, faults);
    var scenario = scenario(new ScenarioTable("", toml, faults));
    refuse(file, faults);
    return scenario;
  }

  private static void refuse(String file, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has %d fault%s:%n  %s"
              .formatted(
                  file,
                  faults.size(),
                  faults.size() == 1 ? "" : "s",
                  String.join("%n  ".formatted(), faults)));
    }
  }

  private static Scenario scenario(ScenarioTable file) {
    var base = base(file);
    var founders = file.table("founders").map(t -> founders(t, base)).orElse(base.founders());
    var ramp = file.table("ramp").map(t -> ramp(t, base)).orElse(base.giving().ramp());
    var giving =
        file.table("giving").map(t -> giving(t, base, ramp)).orElse(base.giving().with(ramp));
    var places = places(file, base);
    var rental = file.table("rental").map(t -> rental(t, base, places));
    var bitcoin = file.table("bitcoin");
    var price = bitcoin.map(t -> price(t, base)).orElse(base.price());
    var fee = bitcoin.map(t -> fee(t, "fee_sat_vb", base.fee())).orElse(base.fee());
    bitcoin.ifPresent(ScenarioTable::refuseOthers);
    var limits = file.table("limits").map(t -> limits(t, base)).orElse(base.limits());
    var shocks = ScenarioShocks.of(file, base, places);
    var name = file.word("name", base.name());
    file.refuseOthers();
    return file.tried(
        base,
        () ->
            new Scenario(
                name,
                founders,
                giving,
                rental.orElse(base.rental().with(places)),
                price,
                fee,
                shocks,
                limits));
  }

  private static Scenario base(ScenarioTable file) {
    var name = file.word("base", Scenarios.founders28().name());
    return file.tried(
        Scenarios.founders28(),
        () ->
            Scenarios.named(name)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "base must be one of %s, not '%s'".formatted(names(), name))));
  }

  private static String names() {
    return Scenarios.all().stream().map(Scenario::name).collect(Collectors.joining(", "));
  }

  private static Founders founders(ScenarioTable t, Scenario base) {
    var usual = base.founders();
    int count = t.whole("count", usual.count());
    int days = t.whole("lease_days", usual.leaseDays());
    int spread = t.whole("spread_days", usual.spreadDays());
    int credit = t.whole("credit_cents", usual.credit().value());
    t.refuseOthers();
    return t.tried(
        usual,
        () -> {
          Bounds.within("founders.credit_cents", credit, 0, 1e9);
          return new Founders(count, days, spread, Cents.of(credit));
        });
  }

  private static Ramp ramp(ScenarioTable t, Scenario base) {
    var usual = base.giving().ramp();
    int measured = t.whole("measured_days", usual.measured());
    int trusted = t.whole("trusted_days", usual.trusted());
    int steady = t.whole("steady_days", usual.steady());
    t.refuseOthers();
    return t.tried(usual, () -> new Ramp(measured, trusted, steady));
  }

  private static Giving giving(ScenarioTable t, Scenario base, Ramp ramp) {
    var usual = base.giving();
    var sizes = sizes(t, usual.sizes());
    double budget = t.number("rent_days_per_day", usual.rentDaysPerDay());
    double growth = t.number("growth", usual.growth());
    double often = t.number("gifts_per_donor_year", usual.giftsPerDonorYear());
    double loyalty = t.number("loyalty", usual.loyalty());
    double taste = t.number("taste", usual.taste());
    t.refuseOthers();
    return t.tried(usual, () -> new Giving(budget, growth, sizes, often, loyalty, taste, ramp));
  }

  private static Sizes sizes(ScenarioTable t, Sizes usual) {
    return switch (usual) {
      case Sizes.LogNormal(double median, double sigma, double cap) -> {
        double middle = t.number("median_cents", median);
        double spread = t.number("sigma", sigma);
        double most = t.number("cap_cents", cap);
        yield t.tried(usual, () -> new Sizes.LogNormal(middle, spread, most));
      }
      case Sizes.Exponential _ -> usual;
    };
  }

  private static Rental rental(ScenarioTable t, Scenario base, List<Place> places) {
    var usual = base.rental();
    int rent = t.whole("rent_cents", usual.plan().rent().value());
    int days = t.whole("launch_days", usual.launchDays());
    double death = t.number("death_per_day", usual.deathPerDay());
    double luck = t.number("luck_sigma", usual.luckSigma());
    t.refuseOthers();
    return t.tried(
        usual,
        () -> {
          Bounds.within("rental.rent_cents", rent, 1, 100_000);
          return new Rental(plan(usual.plan(), rent), usual.terms(), days, places, death, luck);
        });
  }

  private static Plan plan(Plan usual, int rent) {
    return new Plan(
        usual.slug(),
        Cents.of(rent),
        usual.cores(),
        usual.memoryMb(),
        usual.diskGb(),
        usual.trafficTb(),
        usual.ipv4());
  }

  private static List<Place> places(ScenarioTable file, Scenario base) {
    var places = file.tables("place").stream().map(ScenarioFile::place).toList();
    return places.isEmpty() ? base.rental().places() : places;
  }

  private static Place place(ScenarioTable t) {
    var faulty = Place.of("faulty", "faulty");
    var region = t.needed("region", faulty.region(), slug -> new Region(slug, slug));
    var provider = t.needed("provider", faulty.provider(), ScenarioFile::provider);
    double performance = t.number("performance", 1);
    t.refuseOthers();
    return t.tried(faulty, () -> new Place(region, provider, performance));
  }

  private static String provider(String slug) {
    Slugs.check("provider", slug);
    return slug;
  }

  private static Rate price(ScenarioTable t, Scenario base) {
    double dollars = t.number("price_dollars", base.price().centsPerBitcoin() / 100.0);
    return t.tried(
        base.price(),
        () -> {
          Bounds.within("bitcoin.price_dollars", dollars, 0.01, 1e9);
          return new Rate(Math.round(dollars * 100));
        });
  }

  static FeeRate fee(ScenarioTable t, String key, FeeRate usual) {
    double rate = t.number(key, usual.satPerKvb() / 1000.0);
    return t.tried(
        usual,
        () -> {
          Bounds.within(key, rate, 0.001, 10_000);
          return new FeeRate(Math.round(rate * 1000));
        });
  }

  private static Limits limits(ScenarioTable t, Scenario base) {
    var usual = base.limits();
    int births = t.whole("births", usual.births());
    int generations = t.whole("generations", usual.generations());
    int between = t.whole("days_between_births", usual.daysBetweenBirths());
    int endowment = t.whole("endowment_days", usual.endowmentDays());
    int maturity = t.whole("maturity_days", usual.maturityDays());
    int windfall = t.whole("windfall_days", usual.windfallDays());
    t.refuseOthers();
    return t.tried(
        usual,
        () ->
            new Limits(
                usual.mayPropagate(), births, generations, between, endowment, maturity, windfall));
  }
}
