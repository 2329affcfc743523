/**
 * The business itself: what tokens hold ({@code Purses}), what was invoiced and paid ({@code
 * Cashier}), what is rented until when ({@code Leases}). {@link
 * org.bulbil.sandbox.provider.estate.Estate} is the one door, and its lock: behind it one request
 * at a time sees and changes everything, and what has fallen due is done before it looks.
 */
@NullMarked
package org.bulbil.sandbox.provider.estate;

import org.jspecify.annotations.NullMarked;
