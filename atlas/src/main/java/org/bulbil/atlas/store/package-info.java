/** What survives a restart, in SQLite or PostgreSQL. */
@NullMarked
package org.bulbil.atlas.store;

import org.jspecify.annotations.NullMarked;
