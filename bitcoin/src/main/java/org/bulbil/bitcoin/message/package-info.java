/**
 * Sentences under the key of an address (BIP322): a {@link
 * org.bulbil.bitcoin.message.MessageSigner} is what of a wallet may say something without being
 * able to pay anybody, a {@link org.bulbil.bitcoin.message.MessageSignature} is what it says it
 * with, and what anybody can check.
 */
@NullMarked
package org.bulbil.bitcoin.message;

import org.jspecify.annotations.NullMarked;
