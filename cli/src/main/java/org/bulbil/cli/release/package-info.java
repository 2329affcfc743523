/**
 * A release is a folder of files and a {@link org.bulbil.cli.release.Manifest} of their hashes that
 * is signed with Ed25519. People who fetch a release by hand check it; servers need no signature,
 * since they are told the hash.
 */
@NullMarked
package org.bulbil.cli.release;

import org.jspecify.annotations.NullMarked;
