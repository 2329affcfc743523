/** What can go wrong at the provider at somebody's wish: switches that tests and demos throw. */
@NullMarked
package org.bulbil.sandbox.provider.trouble;

import org.jspecify.annotations.NullMarked;
