/** How commands read what a person types and say what is wrong with it. */
@NullMarked
package org.bulbil.cli.console;

import org.jspecify.annotations.NullMarked;
