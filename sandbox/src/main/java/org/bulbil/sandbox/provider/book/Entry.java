package org.bulbil.sandbox.provider.book;

import java.time.Instant;

/**
 * A line of the book.
 *
 * @param number 1 for the first, then rising by one
 * @param at when the provider wrote it
 */
public record Entry(long number, Instant at, Event event) {}
