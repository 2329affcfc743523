package org.bulbil.sandbox.witness;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Day;

/**
 * The renting of servers, as a customer finds it.
 *
 * @param day of rent
 * @param block mean time between blocks
 * @param smallestInvoice the least that can be paid at once
 * @param isOpen whether the provider answers at the moment
 */
public record Rental(Day day, Duration block, Sats smallestInvoice, BooleanSupplier isOpen) {}
