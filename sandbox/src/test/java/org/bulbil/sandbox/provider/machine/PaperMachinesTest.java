package org.bulbil.sandbox.provider.machine;

import org.bulbil.sandbox.provider.PaperMachines;

/** The fake keeps the contract of the real ones. */
class PaperMachinesTest extends MachinesContract {

  @Override
  Machines open() {
    return new PaperMachines();
  }
}
