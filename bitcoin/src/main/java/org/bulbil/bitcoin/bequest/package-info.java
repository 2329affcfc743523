/**
 * What a wallet leaves if it dies without warning: sweeps that are signed now and valid later, so
 * that somebody else can send them. {@link org.bulbil.bitcoin.bequest.Bequests} signs and keeps
 * them; they take no coin while they sleep, and count as a will once one of them is proven.
 */
@NullMarked
package org.bulbil.bitcoin.bequest;

import org.jspecify.annotations.NullMarked;
