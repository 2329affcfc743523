/**
 * SporeStack, spoken to over HTTP: no account, a token in the path that is key and purse at once,
 * prices in cents a day, times in Unix seconds.
 *
 * <p>{@link org.bulbil.hosting.sporestack.SporeStack} has one line for each endpoint; {@code Wire}
 * sends and sorts the answers into done, refused and unknown; {@code Body} is how they look; {@code
 * Reading} turns them into our words, leniently where a field is new, strictly where it is money or
 * a time; {@code Complaint} keeps what people should read of an error, without the secrets that
 * some errors repeat.
 */
@NullMarked
package org.bulbil.hosting.sporestack;

import org.jspecify.annotations.NullMarked;
