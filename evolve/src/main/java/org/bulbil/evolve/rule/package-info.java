/**
 * Ways to decide: ours, and those of the rivals that it is measured against. {@link
 * org.bulbil.evolve.rule.Rule} is a decision by what an agent sees; {@link
 * org.bulbil.evolve.rule.Ruled} lets one keep a relay through a replay; {@link
 * org.bulbil.evolve.rule.Contender} names everything that is compared.
 */
@NullMarked
package org.bulbil.evolve.rule;

import org.jspecify.annotations.NullMarked;
