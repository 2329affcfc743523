/**
 * Buying credit from the provider: invoice, payment, credit. A {@link
 * org.bulbil.agent.purchase.Purchase} is a row that moves from state to state, each step repeatable
 * after a crash; {@link org.bulbil.agent.purchase.Purchases} moves it. The own rent and every birth
 * have purchases of their own, so that none waits for another.
 */
@NullMarked
package org.bulbil.agent.purchase;

import org.jspecify.annotations.NullMarked;
