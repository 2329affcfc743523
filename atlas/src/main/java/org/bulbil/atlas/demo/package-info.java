/**
 * An invented network, so that pages can be seen, tested and pictured without anybody's data:
 * {@link org.bulbil.atlas.demo.DemoWorld} is a source like others. Everything in it follows from
 * the hour: the same hour makes the same network. Addresses are of ranges kept for documentation
 * (RFC 5737, RFC 3849), bitcoin addresses of the regression-test network, where no coin is worth
 * anything.
 */
@NullMarked
package org.bulbil.atlas.demo;

import org.jspecify.annotations.NullMarked;
