/**
 * What a launcher may order a relay from afar: to plant no more, or to shut down. {@link
 * org.bulbil.agent.order.Order} is what he says, {@link org.bulbil.agent.order.SignedOrder} how he
 * proves that it is he, by the {@link org.bulbil.agent.order.StopKey} that the relay was told at
 * birth. An order has no amount and no address: there is nothing in it that could spend.
 */
@NullMarked
package org.bulbil.agent.order;

import org.jspecify.annotations.NullMarked;
