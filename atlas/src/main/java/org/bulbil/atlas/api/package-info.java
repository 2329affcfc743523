/**
 * The map for programs: {@code onionoo} speaks Onionoo's protocol, {@code v1} our own, {@code
 * metrics} Prometheus's.
 */
@NullMarked
package org.bulbil.atlas.api;

import org.jspecify.annotations.NullMarked;
