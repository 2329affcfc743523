/**
 * SporeStack, spoken to over HTTP: no account, a token in the path that is key and purse at once,
 * prices in cents a day, times in Unix seconds.
 *
 * <p>{@link org.bulbil.hosting.sporestack.SporeStack} has one line for each endpoint; {@code Wire}
 * sends; {@code Body} is how answers look; {@code Reading} turns them into our words, leniently
 * where a field is new, strictly where it is money or a time.
 */
@NullMarked
package org.bulbil.hosting.sporestack;

import org.jspecify.annotations.NullMarked;
