/**
 * One bounded HTTP exchange. Everything that this program asks of the world over HTTP passes
 * through {@link org.bulbil.wire.Http}, which limits the time, the size and the redirects of an
 * answer and turns every failure into an outcome: a client above it never sees an exception, and no
 * message of it contains a URL, since a provider's URLs carry its tokens. {@link
 * org.bulbil.wire.JsonAnswer} does the same for the JSON of an answer. A {@link
 * org.bulbil.wire.Tunnel} leads the same exchange through tor.
 */
@NullMarked
package org.bulbil.wire;

import org.jspecify.annotations.NullMarked;
