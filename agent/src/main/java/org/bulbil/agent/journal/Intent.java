package org.bulbil.agent.journal;

import java.time.Instant;

/**
 * An act that was about to happen and whose outcome is not known yet.
 *
 * @param subject what it acts on, such as a purchase or a lease
 * @param detail what is needed to find out what became of it
 */
public record Intent(long id, Act act, String subject, String detail, Instant made) {}
