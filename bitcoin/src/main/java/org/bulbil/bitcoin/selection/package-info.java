/**
 * Which coins pay an amount and how large their transaction becomes, without any key: shared by the
 * wallet, whose coins are all of one kind, and by payments that strangers sign.
 */
@NullMarked
package org.bulbil.bitcoin.selection;

import org.jspecify.annotations.NullMarked;
