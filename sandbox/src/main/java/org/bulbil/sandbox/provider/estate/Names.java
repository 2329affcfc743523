package org.bulbil.sandbox.provider.estate;

import java.util.random.RandomGenerator;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;

/** Draws new names: a prefix and 27 characters of base 36, 139 bits. */
final class Names {

  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 27;

  private final RandomGenerator random;

  Names(RandomGenerator random) {
    this.random = random;
  }

  Token token() {
    return new Token("ss_t_" + drawn());
  }

  MachineId machine() {
    return new MachineId("ss_m_" + drawn());
  }

  InvoiceId invoice() {
    return new InvoiceId("ss_i_" + drawn());
  }

  private String drawn() {
    var name = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      name.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return name.toString();
  }
}
