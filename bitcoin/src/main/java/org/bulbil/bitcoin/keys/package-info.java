/**
 * The twelve words and what follows from them: two scripts (everything about this wallet is public
 * by design, so fresh addresses would hide nothing, and two keep recovery and questions bounded)
 * and signatures. Nothing in here prints a word or a key.
 */
@NullMarked
package org.bulbil.bitcoin.keys;

import org.jspecify.annotations.NullMarked;
