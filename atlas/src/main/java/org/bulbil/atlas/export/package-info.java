/** The same pages as a folder of files, for whoever serves or carries them. */
@NullMarked
package org.bulbil.atlas.export;

import org.jspecify.annotations.NullMarked;
