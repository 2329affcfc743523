/**
 * Renting servers. {@link org.bulbil.hosting.Provider} is the port: who rents them out, asked in
 * questions that are harmless to repeat and acts that are not. Its clients live in packages of
 * their own ({@code sporestack}, {@code lnvps}), above what they share ({@code json}); {@code
 * testing} has one that lives in memory and can be made to misbehave; {@code bootstrap} writes the
 * script that a new server runs first.
 *
 * <p>Every answer is an {@link org.bulbil.core.outcome.Outcome}. Nothing here waits or retries:
 * that is the caller's heartbeat.
 */
@NullMarked
package org.bulbil.hosting;

import org.jspecify.annotations.NullMarked;
