/**
 * The contact line of a Tor relay: writing ours ({@link org.bulbil.core.contact.ContactLine}),
 * reading everybody's ({@link org.bulbil.core.contact.ContactInfo}), finding bitcoin addresses
 * wherever people put them ({@link org.bulbil.core.contact.Addresses}). The form is nusenu's
 * ContactInfo-Information-Sharing-Specification (CIISS), versions 2 and 3: {@code key:value} pairs
 * between any other words.
 *
 * <p>Anybody can copy a line. {@link org.bulbil.core.contact.WalletStatement} is the sentence by
 * which a wallet says whose it is, and {@link org.bulbil.core.contact.WalletProof} the sentence
 * with its signature.
 */
@NullMarked
package org.bulbil.core.contact;

import org.jspecify.annotations.NullMarked;
