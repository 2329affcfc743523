/**
 * A real nameserver on loopback: {@link org.bulbil.sandbox.nameserver.Nameserver} runs bind9 with
 * one zone of its own, which whoever has its key may change for one name.
 */
@NullMarked
package org.bulbil.sandbox.nameserver;

import org.jspecify.annotations.NullMarked;
