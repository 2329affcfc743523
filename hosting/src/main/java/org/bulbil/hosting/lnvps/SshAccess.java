package org.bulbil.hosting.lnvps;

import java.nio.file.Path;
import java.time.Duration;

/**
 * With what new machines are entered, once.
 *
 * @param program OpenSSH's client, such as {@code ssh}
 * @param identity file of the private key, which only its owner may read
 * @param publicKey its public half in one line, as in {@code authorized_keys}; each order carries
 *     it
 * @param patience for connecting and for handing over a script
 */
public record SshAccess(String program, Path identity, String publicKey, Duration patience) {

  /** A minute: only the script is sent; it runs by itself. */
  public static final Duration USUAL_PATIENCE = Duration.ofMinutes(1);

  public SshAccess {
    if (!publicKey.matches("(ssh|ecdsa)-[a-z0-9-]+ [A-Za-z0-9+/=]+( [ -~]*)?")) {
      throw new IllegalArgumentException(
          "an SSH public key must be one line such as 'ssh-ed25519 AAAA… name', as in the file that"
              + " ssh-keygen writes beside the private one");
    }
  }
}
