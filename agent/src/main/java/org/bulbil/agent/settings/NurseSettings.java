package org.bulbil.agent.settings;

import java.net.URI;
import java.util.Optional;
import org.bulbil.core.contact.FamilyId;

/**
 * Who hands over the family's key. Neither is a secret.
 *
 * @param url of the nurse's HTTP server; empty where the launcher brings the key, who may sit where
 *     nobody can ask him
 * @param family whose key it is to be; no other is accepted
 */
public record NurseSettings(Optional<URI> url, FamilyId family) {

  /** A nurse that can be asked. */
  public NurseSettings(URI url, FamilyId family) {
    this(Optional.of(url), family);
  }

  /** For a relay to which its launcher brings the key. */
  public static NurseSettings launcher(FamilyId family) {
    return new NurseSettings(Optional.empty(), family);
  }
}
