package org.bulbil.cli.wallet;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.bulbil.cli.console.SecretFile;
import org.bulbil.tor.seal.ReaderKey;

/** The secret that opens sealed copies. */
record CopyKeyFile(Path path) {

  private static final String TITLE = "bulbil secret key for wallet copies 1";
  private static final int SECRET_BYTES = 32;

  private SecretFile file() {
    return new SecretFile(path, TITLE, "bulbil wallet key");
  }

  /**
   * Draws a secret and keeps it.
   *
   * @param random one that nobody can guess
   */
  ReaderKey create(RandomGenerator random) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    file().create(secret);
    return ReaderKey.of(secret);
  }

  /** The secret. */
  byte[] read() {
    return file().read();
  }
}
