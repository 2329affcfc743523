/**
 * Payments that their donor signs elsewhere (BIP174): no private key is needed here, nor ever seen.
 *
 * <p>{@link org.bulbil.bitcoin.psbt.Descriptor} says where a donor's coins lie, {@link
 * org.bulbil.bitcoin.psbt.CoinSearch} finds them on a chain server, {@link
 * org.bulbil.bitcoin.psbt.Donation} chooses among them and writes the {@link
 * org.bulbil.bitcoin.psbt.UnsignedPayment}; {@link org.bulbil.bitcoin.psbt.PsbtText} reads what
 * comes back, and {@link org.bulbil.bitcoin.psbt.Comparison} says whether it pays what it should.
 */
@NullMarked
package org.bulbil.bitcoin.psbt;

import org.jspecify.annotations.NullMarked;
