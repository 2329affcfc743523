/**
 * {@code bulbil pledge}: money that is given only if enough comes together. {@code create} says
 * what for, {@code sign} makes a coin a pledge, {@code status} counts a folder of them, and {@code
 * combine} makes the payment.
 */
@NullMarked
package org.bulbil.cli.pledge;

import org.jspecify.annotations.NullMarked;
