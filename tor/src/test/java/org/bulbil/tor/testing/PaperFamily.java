package org.bulbil.tor.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;

/** A family's key. */
public final class PaperFamily {

  final KeyPair keys;

  public PaperFamily() throws GeneralSecurityException {
    keys = PaperRelay.ed25519();
  }

  /** As tor's FamilyId takes it. */
  public String id() {
    return Base64.getEncoder().withoutPadding().encodeToString(PaperRelay.bytes(keys));
  }
}
