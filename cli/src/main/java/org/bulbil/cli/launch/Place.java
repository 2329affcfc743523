package org.bulbil.cli.launch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.bulbil.agent.launch.Pace;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.Rules;
import org.bulbil.agent.settings.ChainSettings;
import org.bulbil.agent.settings.LeaseSettings;
import org.bulbil.agent.settings.Rhythm;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.sandbox.ServicesFile;
import org.bulbil.cli.sandbox.WorldTerms;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.time.Day;

/**
 * What is different in the real world and in a sandbox.
 *
 * @param lease of any relay, without its token
 * @param hoster the provider's domain, for contact lines; empty where it is not known
 * @param tor the program on the servers
 * @param torrc further lines of it
 */
record Place(
    LeaseSettings lease,
    ChainSettings chain,
    String hoster,
    String tor,
    int statusPort,
    List<String> torrc,
    Cents startGift,
    Limits limits,
    Rhythm rhythm,
    Pace pace) {

  private static final int STATUS_PORT = 8080;
  private static final Cents SMALLEST_INVOICE = Cents.dollars(5);
  private static final Duration BLOCK = Duration.ofMinutes(10);
  private static final FeeRate FEE_CAP = FeeRate.ofSatPerVb(200);
  private static final Cents START_GIFT = Cents.dollars(3);
  private static final Rhythm RHYTHM = new Rhythm(Duration.ofMinutes(10), Duration.ofSeconds(30));

  /** A consensus comes once an hour, has megabytes, and authorities have better things to do. */
  private static final Pace PACE = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(30));

  private static final Pace SANDBOX_PACE = new Pace(Duration.ofMillis(500), Duration.ofSeconds(2));

  /** The real world. */
  static Place live(Request request) {
    return new Place(
        lease(request, Day.REAL),
        new ChainSettings(
            Network.parse(request.network()), urls(request.esplora()), BLOCK, FEE_CAP),
        "",
        "tor",
        STATUS_PORT,
        List.of(),
        START_GIFT,
        Limits.USUAL,
        RHYTHM,
        PACE);
  }

  static Place in(ServicesFile world, WorldTerms terms, Request request) {
    return new Place(
        lease(request, terms.day()),
        new ChainSettings(
            Network.REGTEST, urls(request.esplora()), terms.block(), WorldTerms.FEE_CAP),
        WorldTerms.HOSTER,
        terms.tor(),
        terms.statusPort(),
        world.relayTorrc(),
        WorldTerms.START_GIFT,
        Limits.HASTY,
        terms.rhythm(),
        SANDBOX_PACE);
  }

  private static LeaseSettings lease(Request request, Day day) {
    return new LeaseSettings(
        URI.create(request.provider()),
        request.backend(),
        "",
        day,
        SMALLEST_INVOICE,
        request.ways().particulars());
  }

  static List<URI> urls(List<String> texts) {
    return texts.stream().map(URI::create).toList();
  }

  Rules rules() {
    return new Rules(
        chain.network(),
        chain.block(),
        chain.feeCap(),
        lease.day(),
        rhythm.answer(),
        statusPort,
        pace);
  }
}
