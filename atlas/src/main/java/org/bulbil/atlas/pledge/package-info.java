/**
 * Campaigns of pledges that a map shows and gathers for.
 *
 * <p>{@link org.bulbil.atlas.pledge.PledgeBoard} is a folder of campaigns, each a {@link
 * org.bulbil.atlas.pledge.Drive} with what came in; {@link org.bulbil.atlas.pledge.CoinNews} is
 * what the chain was last heard to say of the pledged coins. A pledge is a signature towards one
 * output; nothing here can spend it elsewhere.
 */
@NullMarked
package org.bulbil.atlas.pledge;

import org.jspecify.annotations.NullMarked;
