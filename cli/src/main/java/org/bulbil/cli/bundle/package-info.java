/**
 * The program of a relay as one file. {@link org.bulbil.cli.bundle.BundleFile} is a bundle that is
 * there already.
 */
@NullMarked
package org.bulbil.cli.bundle;

import org.jspecify.annotations.NullMarked;
