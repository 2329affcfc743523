/**
 * A provider of servers that speaks SporeStack's current API, is paid on the sandbox chain, and
 * whose servers are real processes. {@link org.bulbil.sandbox.provider.SandboxProvider} opens one.
 *
 * <p>The tour: {@code endpoint} names the calls, {@code api} speaks HTTP and JSON, {@code estate}
 * is the business (tokens, invoices, leases), {@code catalogue} what is on offer, {@code till} and
 * {@code machine} are the ports to bitcoin and to hardware, {@code book} is what an observer reads,
 * {@code trouble} what makes it go wrong at a test's wish.
 *
 * <p>Written from what is known of the original in public, not from our client, so that each checks
 * the other.
 */
@NullMarked
package org.bulbil.sandbox.provider;

import org.jspecify.annotations.NullMarked;
