/**
 * Payments that are on disk before they leave and are never made twice: {@link
 * org.bulbil.bitcoin.outbox.Outbox}. A payment has one reference, one or more attempts that share
 * their inputs, and a state that follows from what is proven. A {@link
 * org.bulbil.bitcoin.outbox.Bequest} is signed like a payment and sent by somebody else, or never.
 */
@NullMarked
package org.bulbil.bitcoin.outbox;

import org.jspecify.annotations.NullMarked;
