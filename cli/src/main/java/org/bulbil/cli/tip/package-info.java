/**
 * {@code bulbil tip}: one donation over many relays, by performance, trusting nobody. {@code split}
 * says who gets what and writes an audit file, the others pay what that file says or check it.
 */
@NullMarked
package org.bulbil.cli.tip;

import org.jspecify.annotations.NullMarked;
