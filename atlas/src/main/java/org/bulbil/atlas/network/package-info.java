/** What is known at one moment: relays, bridges, their money and descent, and who told it. */
@NullMarked
package org.bulbil.atlas.network;

import org.jspecify.annotations.NullMarked;
