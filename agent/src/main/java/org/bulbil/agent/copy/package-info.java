/**
 * A copy of the wallet's words for a launcher who chose to keep one: {@link
 * org.bulbil.agent.copy.SealedCopy}. Nobody has one by default, and no child inherits the choice.
 */
@NullMarked
package org.bulbil.agent.copy;

import org.jspecify.annotations.NullMarked;
