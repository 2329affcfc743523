/**
 * {@code bulbil launch}: {@link org.bulbil.cli.launch.LaunchCommand} reads what a person asks for,
 * {@link org.bulbil.cli.launch.LaunchRun} brings it about with the logic of {@link
 * org.bulbil.agent.launch}, and a {@link org.bulbil.cli.launch.LaunchShow} says so.
 */
@NullMarked
package org.bulbil.cli.launch;

import org.jspecify.annotations.NullMarked;
