package org.bulbil.cli.contract;

import java.net.InetAddress;
import org.bulbil.sandbox.provider.machine.Machines;
import org.bulbil.sandbox.provider.machine.UserData;

/** Machines that exist on paper: every one has an address, and none runs anything. */
final class DrawnMachines implements Machines {

  private int built;

  @Override
  public synchronized InetAddress build(UserData userData) {
    built++;
    return InetAddress.ofLiteral("127.99.%d.%d".formatted(built / 250, built % 250 + 1));
  }

  @Override
  public void powerOff(InetAddress address) {}

  @Override
  public void boot(InetAddress address) {}

  @Override
  public void rebuild(InetAddress address) {}

  @Override
  public void wipe(InetAddress address) {}

  @Override
  public void close() {}
}
