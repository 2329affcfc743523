/**
 * {@code bulbil wallet}: what a person does with a wallet's words by hand. Words are read from
 * standard input and nowhere else, so that neither the shell's history nor the list of processes
 * has them.
 */
@NullMarked
package org.bulbil.cli.wallet;

import org.jspecify.annotations.NullMarked;
