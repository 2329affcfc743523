/**
 * The {@code bulbil} command, and the only place that wires things together. {@link
 * org.bulbil.cli.Bulbil} is the command with its sub-commands; {@link
 * org.bulbil.cli.wiring.AgentMain} is the program on a rented server. Clock and dice enter the
 * program here: {@link org.bulbil.cli.wiring.SystemTime} and {@link org.bulbil.cli.wiring.Dice}.
 */
@NullMarked
package org.bulbil.cli;

import org.jspecify.annotations.NullMarked;
