/** {@code bulbil contact}: what a contact line says, for the operator who wrote it. */
@NullMarked
package org.bulbil.cli.contact;

import org.jspecify.annotations.NullMarked;
