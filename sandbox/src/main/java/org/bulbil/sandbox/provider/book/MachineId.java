package org.bulbil.sandbox.provider.book;

/**
 * The provider's name for one lease, chosen by it at the launch. It prints without its middle.
 *
 * @param value {@code ss_m_} and 27 letters or digits
 */
public record MachineId(String value) {

  @Override
  public String toString() {
    return Secrets.masked(value);
  }
}
