/**
 * What a relay was told at birth: one TOML file, read once. {@link
 * org.bulbil.agent.settings.SettingsFile} reads it, refusing what it does not know; {@link
 * org.bulbil.agent.settings.Settings#forChild} is what the next generation is told.
 */
@NullMarked
package org.bulbil.agent.settings;

import org.jspecify.annotations.NullMarked;
