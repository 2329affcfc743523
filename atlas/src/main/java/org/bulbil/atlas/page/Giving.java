package org.bulbil.atlas.page;

import java.util.Optional;
import org.bulbil.atlas.pledge.PledgeBoard;
import org.bulbil.atlas.tip.PastTips;
import org.bulbil.bitcoin.chain.ChainSource;

/**
 * What a site offers to donors besides what its map shows.
 *
 * @param past donations that were made
 * @param pledges campaigns that can be pledged for
 * @param chain where coins of donors are looked up; it may take seconds
 */
public record Giving(
    Optional<PastTips> past, Optional<PledgeBoard> pledges, Optional<ChainSource> chain) {

  public static final Giving NONE =
      new Giving(Optional.empty(), Optional.empty(), Optional.empty());
}
