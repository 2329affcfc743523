/**
 * What happens to the purse of a relay whose server dies without warning. The {@link
 * org.bulbil.agent.bequest.Testator} hands sweeps that are signed now and valid at its lease's end
 * to one relative; that {@link org.bulbil.agent.bequest.Heir} keeps them and sends one when the
 * lease has ended and the relay is gone. {@link org.bulbil.agent.bequest.Estate} does both once a
 * heartbeat. What this trusts, and what not, is in docs/ARCHITECTURE.md.
 */
@NullMarked
package org.bulbil.agent.bequest;

import org.jspecify.annotations.NullMarked;
