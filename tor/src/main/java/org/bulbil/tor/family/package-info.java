/**
 * Happy Families (proposal 321, tor 0.4.9): whoever holds the {@link
 * org.bulbil.tor.family.FamilyKey} declares its relay a member, and clients never put two members
 * into one circuit. {@link org.bulbil.tor.family.FamilyKeygen} lets tor make one; {@link
 * org.bulbil.tor.family.SealedFamilyKey} carries it from one relay to another, who opens it with
 * its {@link org.bulbil.tor.family.OnionKey}.
 */
@NullMarked
package org.bulbil.tor.family;

import org.jspecify.annotations.NullMarked;
