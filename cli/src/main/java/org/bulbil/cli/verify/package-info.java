/**
 * {@code bulbil verify}: whether a bitcoin address belongs to the relay that names it. {@link
 * org.bulbil.cli.verify.Question} is what was asked, {@link org.bulbil.cli.verify.Inquiry} fetches
 * what there is to know, {@link org.bulbil.atlas.proof.Trial} judges it, and nothing but it.
 */
@NullMarked
package org.bulbil.cli.verify;

import org.jspecify.annotations.NullMarked;
