/** What every room needs that reads what people have typed, or writes what programs read. */
@NullMarked
package org.bulbil.core.text;

import org.jspecify.annotations.NullMarked;
