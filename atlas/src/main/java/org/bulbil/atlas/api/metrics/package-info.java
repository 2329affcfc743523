/** How the map does, for Prometheus and for whoever watches over it. */
@NullMarked
package org.bulbil.atlas.api.metrics;

import org.jspecify.annotations.NullMarked;
