/**
 * Somebody who reads a site by its name, all the time, and counts. {@link
 * org.bulbil.sandbox.reader.Reader} asks the nameserver ({@link
 * org.bulbil.sandbox.reader.NameQuestion}), remembers the answer as long as that allows, visits an
 * address, and where it is silent the next, as browsers do. {@link
 * org.bulbil.sandbox.reader.DeadRecords} watches the name itself for addresses that lead nowhere.
 *
 * <p>It shares no line with those who keep the name.
 */
@NullMarked
package org.bulbil.sandbox.reader;

import org.jspecify.annotations.NullMarked;
