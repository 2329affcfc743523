/**
 * What commands that pay have in common: where the chain is looked up, what fee is bid, whose coins
 * are spent, and a wallet that is read and pays while somebody waits.
 */
@NullMarked
package org.bulbil.cli.payment;

import org.jspecify.annotations.NullMarked;
