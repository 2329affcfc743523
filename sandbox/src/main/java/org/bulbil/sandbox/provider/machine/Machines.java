package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.net.InetAddress;

/**
 * Servers that can be built, switched and wiped. Every method has taken effect when it returns;
 * {@link IllegalArgumentException} for an address where there is no machine.
 */
public interface Machines extends AutoCloseable {

  /**
   * Makes a machine with an empty disk and boots it.
   *
   * @return its address, which no other live machine has
   * @throws IOException where the host has no room for it
   */
  InetAddress build(UserData userData) throws IOException;

  /** Cuts the power: every process dies at once, the disk stays. Harmless where it is off. */
  void powerOff(InetAddress address);

  /** Switches on what is off: the user data runs again over the disk as it is. */
  void boot(InetAddress address) throws IOException;

  /** Cuts the power, empties the disk and boots. */
  void rebuild(InetAddress address) throws IOException;

  /** Cuts the power and destroys the disk; the machine is no more and its address is free. */
  void wipe(InetAddress address);

  /** Wipes every machine that is left. */
  @Override
  void close();
}
