/** The calls that the provider's API knows: their methods and paths, and nothing about answers. */
@NullMarked
package org.bulbil.sandbox.provider.endpoint;

import org.jspecify.annotations.NullMarked;
