/** Onionoo's documents as records: what its protocol 8.0 says, and the fields seen since. */
@NullMarked
package org.bulbil.atlas.document;

import org.jspecify.annotations.NullMarked;
