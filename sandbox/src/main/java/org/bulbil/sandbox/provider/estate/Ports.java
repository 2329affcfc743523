package org.bulbil.sandbox.provider.estate;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bulbil.core.money.Rate;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.provider.machine.Machines;
import org.bulbil.sandbox.provider.till.Till;

/**
 * The world as the provider meets it.
 *
 * @param till where bitcoin arrive
 * @param machines what servers are
 * @param rate the price of a bitcoin at this moment; asked once for each invoice
 * @param time the clock and waiting
 * @param random draws names; used by one thread at a time
 */
public record Ports(
    Till till, Machines machines, Supplier<Rate> rate, Time time, RandomGenerator random) {}
