/**
 * Crashes by lot in a running world: {@link org.bulbil.sandbox.storm.Storm} strikes, {@link
 * org.bulbil.sandbox.storm.StormDice} says when and what, a {@link org.bulbil.sandbox.storm.Strike}
 * is one blow, {@link org.bulbil.sandbox.storm.RelayProcesses} finds the real processes of a relay,
 * and {@link org.bulbil.sandbox.storm.StormReport} is what is left when it is over.
 */
@NullMarked
package org.bulbil.sandbox.storm;

import org.jspecify.annotations.NullMarked;
