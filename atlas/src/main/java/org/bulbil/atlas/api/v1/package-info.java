/**
 * Our own protocol below {@code /v1}: what Onionoo's has no words for, money and descent. {@code
 * /v1/openapi.json} describes it.
 */
@NullMarked
package org.bulbil.atlas.api.v1;

import org.jspecify.annotations.NullMarked;
