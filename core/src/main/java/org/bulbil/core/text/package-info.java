/** What every room needs that reads what people have typed. */
@NullMarked
package org.bulbil.core.text;

import org.jspecify.annotations.NullMarked;
