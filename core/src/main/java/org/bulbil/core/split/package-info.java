/**
 * One donation over many relays, to the last satoshi: a rule that anybody can recompute.
 *
 * <p>A {@link org.bulbil.core.split.Candidate} is what is known of a relay that could be paid. The
 * {@link org.bulbil.core.split.Rule} makes of it {@link org.bulbil.core.split.Factors}, whose
 * product is its weight; {@link org.bulbil.core.split.Caps} limit groups and spread the excess;
 * {@link org.bulbil.core.split.Apportionment} rounds; shares too small to be paid are left out, or
 * drawn for in a {@link org.bulbil.core.split.Lottery}. {@link org.bulbil.core.split.Split} is what
 * comes out. All of it is pure and depends on no order: docs/tip.md has the formulas.
 */
@NullMarked
package org.bulbil.core.split;

import org.jspecify.annotations.NullMarked;
