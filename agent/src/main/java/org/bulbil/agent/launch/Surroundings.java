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
 * @param directory where relays appear
 * @param courier brings them the family's key
 * @param key of the family
 * @param belonging tells who has joined it
 * @param boot what the server of a founder, whose token is minted, runs first, and whom it lets in
 * @param crew who works on several relays at once
 */
public record Surroundings(
    Provider provider,
    List<ChainSource> chain,
    Relays directory,
    Courier courier,
    FamilyKey key,
    Belonging belonging,
    Function<Founder, FirstBoot> boot,
    Crew crew) {

  public Surroundings {
    chain = List.copyOf(chain);
  }
}
