/**
 * The provider's book: what happened, in order, with times and amounts, for an observer outside. It
 * shares nothing with the API's replies, so that a test can hold one against the other.
 */
@NullMarked
package org.bulbil.sandbox.provider.book;

import org.jspecify.annotations.NullMarked;
