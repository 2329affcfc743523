/**
 * The wallet of one relay: {@link org.bulbil.bitcoin.wallet.Wallet} opens it, refreshes it and
 * shows it. Start reading there.
 */
@NullMarked
package org.bulbil.bitcoin.wallet;

import org.jspecify.annotations.NullMarked;
