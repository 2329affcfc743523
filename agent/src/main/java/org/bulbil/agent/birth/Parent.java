package org.bulbil.agent.birth;

import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.core.policy.Prior;
import org.bulbil.tor.Fingerprint;

/**
 * What a child is told of its parent.
 *
 * @param fingerprint of the parent's relay
 * @param nurse where the child asks for the family key: the parent's own status server
 * @param prior what its gifts are like, and the child's may be
 */
public record Parent(Fingerprint fingerprint, NurseSettings nurse, Prior prior) {}
