package org.bulbil.core.policy;

import java.time.Instant;
import org.bulbil.core.money.Rate;

/**
 * What a bitcoin costs, as the provider said last.
 *
 * @param asked when that was
 */
public record Price(Rate rate, Instant asked) {}
