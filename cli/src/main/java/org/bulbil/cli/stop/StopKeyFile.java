package org.bulbil.cli.stop;

import java.nio.file.Path;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.cli.console.SecretFile;

/** The file with a launcher's secret key for orders. */
record StopKeyFile(Path path) {

  private SecretFile file() {
    return new SecretFile(path, "bulbil secret key for orders 1", "bulbil stop make-key");
  }

  void create(StopSecret secret) {
    file().create(secret.bytes());
  }

  StopSecret read() {
    return StopSecret.of(file().read());
  }
}
