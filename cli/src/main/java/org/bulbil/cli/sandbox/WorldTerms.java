package org.bulbil.cli.sandbox;

import io.avaje.jsonb.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.bulbil.agent.settings.BundleSettings;
import org.bulbil.agent.settings.Rhythm;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.hosting.bootstrap.BundleHash;
import org.bulbil.sandbox.world.WorldSettings;

/**
 * What a launch into a sandbox must know of it, besides where its services are.
 *
 * @param daySeconds length of a day of rent
 * @param blockSeconds mean time between blocks
 * @param tor program of the relays
 * @param statusPort of every relay's page
 * @param bundleSha256 of the relays' program
 * @param bundleBytes its length
 * @param bundleMirrors where servers fetch it
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record WorldTerms(
    long daySeconds,
    long blockSeconds,
    String tor,
    int statusPort,
    String bundleSha256,
    long bundleBytes,
    List<String> bundleMirrors) {

  /** Blocks of a sandbox are never full. */
  public static final FeeRate FEE_CAP = FeeRate.ofSatPerVb(50);

  public static final Cents START_GIFT = Cents.dollars(2);
  public static final String BACKEND = "vultr";
  public static final String HOSTER = "sandbox.test";

  /** An agent looks around twenty times a day, as one does hourly on a real server. */
  private static final int BEATS_A_DAY = 20;

  /**
   * How long an agent waits for one answer, in parts of a day. Where an answer was lost it repeats
   * the request after four times as long, and no lease may end meanwhile.
   */
  private static final int ANSWERS_A_DAY = 6;

  private static final Duration ANSWER_MIN = Duration.ofSeconds(3);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  static WorldTerms of(WorldSettings world, BundleSettings bundle) {
    return new WorldTerms(
        world.market().day().length().toSeconds(),
        world.market().block().toSeconds(),
        world.network().tor().path().toString(),
        world.statusPort(),
        bundle.file().hash().value(),
        bundle.file().bytes(),
        bundle.mirrors().stream().map(URI::toString).toList());
  }

  public Day day() {
    return new Day(Duration.ofSeconds(daySeconds));
  }

  public Duration block() {
    return Duration.ofSeconds(blockSeconds);
  }

  public Rhythm rhythm() {
    var beat = Math.max(1, day().fraction(1, BEATS_A_DAY).toSeconds());
    return new Rhythm(Duration.ofSeconds(beat), answer());
  }

  private Duration answer() {
    var part = Collections.min(List.of(day().fraction(1, ANSWERS_A_DAY), ANSWER_MAX));
    return Collections.max(List.of(part, ANSWER_MIN));
  }

  public BundleSettings bundle() {
    return new BundleSettings(
        new Bundle(new BundleHash(bundleSha256), bundleBytes),
        bundleMirrors.stream().map(URI::create).toList());
  }
}
