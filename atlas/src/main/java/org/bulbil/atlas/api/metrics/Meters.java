package org.bulbil.atlas.api.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.bulbil.atlas.ingest.Hearing;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.network.SourceHealth;
import org.bulbil.atlas.web.Traffic;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;

/**
 * Everything that is counted: requests by route and status, what sources told and what was refused,
 * and how old the map is. Labels are of few values, whatever strangers ask for.
 */
public final class Meters implements Traffic, Hearing {

  /** First names of paths that are counted by themselves; everything else is {@code other}. */
  private static final Set<String> ROUTES =
      Set.of(
          "summary",
          "details",
          "bandwidth",
          "weights",
          "clients",
          "uptime",
          "onionoo",
          "v1",
          "healthz",
          "metrics",
          "relay",
          "family",
          "lineage",
          "assets");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests;
  private final Counter told;
  private final Counter remarks;
  private final Counter failures;

  /**
   * Meters of a map.
   *
   * @param version of the program
   */
  public Meters(Supplier<Snapshot> snapshots, Time time, String version) {
    this.requests = counter("atlas_http_requests", "Requests answered.", "route", "status");
    this.told = counter("atlas_ingest", "What sources have told, by kind.", "source", "kind");
    this.remarks = counter("atlas_ingest_refused", "What sources told and was left out.", "source");
    this.failures =
        counter("atlas_ingest_failures", "Questions to a source that failed.", "source", "outcome");
    gauges(snapshots, time);
    Info.builder()
        .name("atlas_build_info")
        .help("The program.")
        .labelNames("version")
        .register(registry)
        .setLabelValues(version);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private void gauges(Supplier<Snapshot> snapshots, Time time) {
    gauge("atlas_relays", "Relays on the map.", () -> snapshots.get().relays().size());
    gauge("atlas_bridges", "Bridges on the map.", () -> snapshots.get().bridges().size());
    gauge("atlas_addresses", "Relays with a bitcoin address.", () -> payable(snapshots.get()));
    gauge("atlas_snapshot", "Updates of the store so far.", () -> snapshots.get().number());
    gauge(
        "atlas_data_age_seconds",
        "Age of the consensus that is shown.",
        () -> age(snapshots.get().relaysPublished(), time));
    GaugeWithCallback.builder()
        .name("atlas_source_age_seconds")
        .help("Since a source has answered.")
        .labelNames("source")
        .callback(each -> snapshots.get().sources().forEach(source -> age(source, time, each)))
        .register(registry);
  }

  private static void age(SourceHealth source, Time time, GaugeWithCallback.Callback each) {
    source.succeeded().ifPresent(last -> each.call((double) age(last, time), source.name()));
  }

  private void gauge(String name, String help, Supplier<Number> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.get().doubleValue()))
        .register(registry);
  }

  private static long payable(Snapshot snapshot) {
    return snapshot.relays().stream().filter(relay -> !relay.addresses().isEmpty()).count();
  }

  private static long age(Instant moment, Time time) {
    return Duration.between(moment, time.now()).toSeconds();
  }

  @Override
  public void answered(String path, int status) {
    requests.labelValues(route(path), Integer.toString(status)).inc();
  }

  @Override
  public void heard(String source, Outcome<Told> outcome) {
    switch (outcome) {
      case Outcome.Done<Told>(var news) -> heard(source, news);
      case Outcome.Refused<Told> _ -> failures.labelValues(source, "refused").inc();
      case Outcome.Unknown<Told> _ -> failures.labelValues(source, "unknown").inc();
    }
  }

  private void heard(String source, Told news) {
    news.counts().forEach((kind, count) -> told.labelValues(source, kind).inc(count));
    remarks.labelValues(source).inc(news.remarks().size());
  }

  private static String route(String path) {
    if (path.equals("/") || path.equals("?")) {
      return path;
    }
    var names = Arrays.asList(path.toLowerCase(Locale.ROOT).substring(1).split("[/.]"));
    var first = names.isEmpty() ? "" : names.getFirst();
    return ROUTES.contains(first) ? "/" + first + second(names) : "other";
  }

  /** Of our own protocol the second name too. */
  private static String second(List<String> names) {
    boolean isOurs = names.getFirst().equals("v1") && names.size() > 1;
    return isOurs && Set.of("relays", "lineage", "gifts").contains(names.get(1))
        ? "/" + names.get(1)
        : "";
  }

  PrometheusRegistry registry() {
    return registry;
  }
}
