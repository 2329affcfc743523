/**
 * What a child inherits and how it varies. {@link org.bulbil.core.genome.Genome} is the few
 * settings that may change at a birth, each bounded; {@link org.bulbil.core.genome.Mutation}
 * changes one of them now and then; {@link org.bulbil.core.genome.Lineage} says where a relay comes
 * from; {@link org.bulbil.core.genome.Diversity} chooses a place for a child. What must never vary
 * — beneficiary, e-mail, caps, no exit traffic, the family — is not here at all, so no mutation can
 * reach it.
 */
@NullMarked
package org.bulbil.core.genome;

import org.jspecify.annotations.NullMarked;
