/**
 * The hardware. {@link org.bulbil.sandbox.provider.machine.Machines} is the port; {@link
 * org.bulbil.sandbox.provider.machine.ProcessMachines} makes each server a process group of its own
 * with a loopback address and a directory for a disk. A machine is known by its address.
 */
@NullMarked
package org.bulbil.sandbox.provider.machine;

import org.jspecify.annotations.NullMarked;
