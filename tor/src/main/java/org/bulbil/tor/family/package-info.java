/**
 * Happy Families (proposal 321, tor 0.4.9): whoever holds the {@link
 * org.bulbil.tor.family.FamilyKey} declares its relay a member, and clients never put two members
 * into one circuit.
 */
@NullMarked
package org.bulbil.tor.family;

import org.jspecify.annotations.NullMarked;
