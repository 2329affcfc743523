/**
 * One declared family, handed down: the family key goes from parent to child and nothing else does.
 *
 * <p>{@link org.bulbil.agent.family.Membership} holds the key, makes it where there is nobody to
 * ask, or asks the {@link org.bulbil.agent.family.Nurse} that the settings name. A nurse answers
 * with the key sealed to the onion key that the child's signed descriptor publishes, so that the
 * channel needs no secrecy, and the child knows the family's public id, so that it needs no
 * authenticity either.
 */
@NullMarked
package org.bulbil.agent.family;

import org.jspecify.annotations.NullMarked;
