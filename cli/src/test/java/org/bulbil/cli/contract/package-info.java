/**
 * Rooms that must not know one another, held against one another here, where all can be seen: our
 * client of a provider against the provider that the sandbox imitates, our wallet against the
 * sandbox's chain. Each of a pair was written from the outside world's own description.
 */
@NullMarked
package org.bulbil.cli.contract;

import org.jspecify.annotations.NullMarked;
