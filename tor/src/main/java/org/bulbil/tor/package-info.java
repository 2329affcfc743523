/**
 * Tor as this program sees it. The words are here ({@link org.bulbil.tor.Fingerprint}, {@link
 * org.bulbil.tor.Nickname}, {@link org.bulbil.tor.Bandwidth}); {@link org.bulbil.tor.process}
 * writes a torrc and keeps a tor running, {@link org.bulbil.tor.control} talks to it, {@link
 * org.bulbil.tor.status} asks it what an agent wants to know, {@link org.bulbil.tor.directory}
 * reads what the network says about everybody, and {@link org.bulbil.tor.family} holds the key by
 * which parent and child declare that they belong together.
 */
@NullMarked
package org.bulbil.tor;

import org.jspecify.annotations.NullMarked;
