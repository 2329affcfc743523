/**
 * Who gets what a relay leaves: {@link org.bulbil.core.charity.Beneficiaries}, a list in order of
 * preference, each with its source and a date after which nobody vouches for the address any more;
 * and {@link org.bulbil.core.charity.Denial}, the addresses that must never be paid, with reasons.
 */
@NullMarked
package org.bulbil.core.charity;

import org.jspecify.annotations.NullMarked;
