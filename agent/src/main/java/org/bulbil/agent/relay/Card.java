package org.bulbil.agent.relay;

import java.util.Optional;
import org.bulbil.core.contact.FamilyId;

/**
 * What a relay's contact line says besides its settings.
 *
 * @param wallet the bitcoin address that gifts go to
 * @param family that its tor holds the key of; tor publishes a new key only when another line of
 *     its descriptor changes with it, and this is that line
 */
public record Card(String wallet, Optional<FamilyId> family) {}
