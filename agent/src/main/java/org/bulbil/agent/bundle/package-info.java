/**
 * Handing on the program. A relay keeps the very file that it was installed from; {@link
 * org.bulbil.agent.bundle.BundleDoor} lets its children fetch it, by a {@link
 * org.bulbil.agent.bundle.FileDoor} that hands on any file known by its hash, and {@link
 * org.bulbil.agent.bundle.Allowance} bounds what that costs its donors.
 */
@NullMarked
package org.bulbil.agent.bundle;

import org.jspecify.annotations.NullMarked;
