/**
 * From coins to a transaction, without effects: {@link org.bulbil.bitcoin.payment.Payments} chooses
 * coins and fee, {@link org.bulbil.bitcoin.payment.FeePolicy} says what a payment may cost at most.
 */
@NullMarked
package org.bulbil.bitcoin.payment;

import org.jspecify.annotations.NullMarked;
