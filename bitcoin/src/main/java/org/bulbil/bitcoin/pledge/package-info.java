/**
 * Money that is given only if enough comes together (an assurance contract): everybody signs a coin
 * of his own towards one fixed output, which alone is worth nothing, and together pays the goal.
 *
 * <p>A {@link org.bulbil.bitcoin.pledge.Campaign} says what is wanted, a {@link
 * org.bulbil.bitcoin.pledge.Pledge} is one signed coin, {@link
 * org.bulbil.bitcoin.pledge.PledgeCheck} looks whether it is good, and {@link
 * org.bulbil.bitcoin.pledge.Gathering} makes the payment when the goal is met. {@link
 * org.bulbil.bitcoin.pledge.PledgeFiles} reads and writes both as JSON. No key is needed here.
 */
@NullMarked
package org.bulbil.bitcoin.pledge;

import org.jspecify.annotations.NullMarked;
