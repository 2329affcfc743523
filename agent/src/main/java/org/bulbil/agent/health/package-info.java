/**
 * How the landlord is. {@link org.bulbil.agent.health.Health} is what a row of answers and failures
 * comes to, and {@link org.bulbil.agent.health.WatchedProvider} stands before the provider: it
 * keeps that account in the journal, and spares a provider that has failed for long the questions
 * that can wait. {@link org.bulbil.agent.health.Notices} reads what the provider writes to us.
 */
@NullMarked
package org.bulbil.agent.health;

import org.jspecify.annotations.NullMarked;
