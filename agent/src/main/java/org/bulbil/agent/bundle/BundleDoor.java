package org.bulbil.agent.bundle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Path;
import org.bulbil.hosting.bootstrap.Bundle;

/**
 * Lets anybody fetch the program of this server: {@code GET /bundle/SHA256.tar.gz}. What is handed
 * out is the file that the server itself was installed from.
 */
public final class BundleDoor implements HttpHandler {

  /** Where the program is, below the status page. */
  public static final String PATH = "/bundle/";

  private final FileDoor door;

  /**
   * @param file where the bundle should be; where there is none, or another, nobody gets anything
   */
  public BundleDoor(Bundle bundle, Path file, Allowance allowance) {
    this.door = new FileDoor(PATH, Parcel.of(bundle), file, allowance);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    door.handle(exchange);
  }
}
