package org.bulbil.hosting.lnvps;

import java.nio.file.Path;
import java.time.Duration;
import org.bulbil.hosting.bootstrap.SshKey;

/**
 * With what new machines are entered, once.
 *
 * @param program OpenSSH's client, such as {@code ssh}
 * @param identity file of the private key, which only its owner may read
 * @param publicKey its public half; each order carries it
 * @param patience for connecting and for handing over a script
 */
public record SshAccess(String program, Path identity, SshKey publicKey, Duration patience) {

  /** A minute: only the script is sent; it runs by itself. */
  public static final Duration USUAL_PATIENCE = Duration.ofMinutes(1);
}
