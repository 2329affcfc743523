/** {@code bulbil evolve}: the policy's years in minutes, for people and for scripts. */
@NullMarked
package org.bulbil.cli.evolve;

import org.jspecify.annotations.NullMarked;
