package org.bulbil.agent.launch;

import java.util.List;
import java.util.function.Function;
import org.bulbil.agent.family.Belonging;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.tor.family.FamilyKey;

/**
 * The outside world of a launch.
 *
 * @param chain servers that must agree
 * @param welcoming how founders are met once their servers run
 * @param boot what the server of a founder, whose token is minted, runs first, and whom it lets in
 * @param crew who works on several relays at once
 */
public record Surroundings(
    Provider provider,
    List<ChainSource> chain,
    Welcoming welcoming,
    Function<Founder, FirstBoot> boot,
    Crew crew) {

  /** Of a launch of relays. */
  public Surroundings(
      Provider provider,
      List<ChainSource> chain,
      Relays directory,
      Courier courier,
      FamilyKey key,
      Belonging belonging,
      Function<Founder, FirstBoot> boot,
      Crew crew) {
    this(provider, chain, new Welcoming.OfRelays(directory, courier, key, belonging), boot, crew);
  }

  public Surroundings {
    chain = List.copyOf(chain);
  }
}
