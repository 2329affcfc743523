/** {@code bulbil atlas}: the public map, put together from its store, its sources and its rooms. */
@NullMarked
package org.bulbil.cli.atlas;

import org.jspecify.annotations.NullMarked;
