/**
 * Ways to decide: ours, and those of the rivals that it is measured against. {@link
 * org.bulbil.evolve.rule.Rule} is a decision by what an agent sees; {@link
 * org.bulbil.evolve.rule.Ruled} lets one keep a relay through a replay; rivals that need no such
 * view keep theirs directly, as {@link org.bulbil.evolve.rule.Periodic}.
 */
@NullMarked
package org.bulbil.evolve.rule;

import org.jspecify.annotations.NullMarked;
