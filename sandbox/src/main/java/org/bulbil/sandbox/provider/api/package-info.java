/**
 * HTTP and JSON. {@link org.bulbil.sandbox.provider.api.ApiServer} takes a request, lets trouble
 * strike or not, and hands a {@code Form} of its checked fields to the calls of tokens, servers and
 * catalogue; the controls of trouble themselves are under {@code /sandbox/}.
 */
@NullMarked
package org.bulbil.sandbox.provider.api;

import org.jspecify.annotations.NullMarked;
