/**
 * Amounts that cannot be confused, overflow or go negative unnoticed.
 *
 * <p>{@link org.bulbil.core.money.Sats} is bitcoin, {@link org.bulbil.core.money.Cents} is US
 * money, {@link org.bulbil.core.money.FeeRate} is the price of room in a block, and {@link
 * org.bulbil.core.money.Rate} is the price of a bitcoin. None converts into another without naming
 * the rate and the rounding.
 */
@NullMarked
package org.bulbil.core.money;

import org.jspecify.annotations.NullMarked;
