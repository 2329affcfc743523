/**
 * Where the world enters the program: the machine's clock, chance, and the agent put together from
 * production parts. The only package that may read a clock or draw a seed.
 */
@NullMarked
package org.bulbil.cli.wiring;

import org.jspecify.annotations.NullMarked;
