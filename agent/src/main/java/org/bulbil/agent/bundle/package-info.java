/**
 * Handing on the program. A relay keeps the very file that it was installed from; {@link
 * org.bulbil.agent.bundle.BundleDoor} lets its children fetch it, and {@link
 * org.bulbil.agent.bundle.Allowance} bounds what that costs its donors.
 */
@NullMarked
package org.bulbil.agent.bundle;

import org.jspecify.annotations.NullMarked;
