/**
 * The parts of a sandbox put together. {@link org.bulbil.sandbox.world.SandboxWorld} has them all;
 * {@link org.bulbil.sandbox.world.ChainServices} is the chain with everything that serves it, which
 * also runs alone. Whoever opens one closes it, and then nothing is left running.
 */
@NullMarked
package org.bulbil.sandbox.world;

import org.jspecify.annotations.NullMarked;
