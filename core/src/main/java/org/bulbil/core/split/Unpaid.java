package org.bulbil.core.split;

/**
 * A candidate that gets nothing.
 *
 * @param why a sentence without its subject, such as {@code is new: …}
 */
public record Unpaid(Weighed relay, String why) {}
