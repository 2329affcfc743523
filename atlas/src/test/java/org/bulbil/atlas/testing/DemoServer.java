package org.bulbil.atlas.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.api.onionoo.OnionooRoom;
import org.bulbil.atlas.api.v1.V1Room;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.server.AtlasServer;

/** The invented network behind the real server, on a free port of loopback. */
public final class DemoServer implements AutoCloseable {

  private final DemoSite site;
  private final AtlasServer server;

  /** With its store in {@code folder}. */
  public DemoServer(Path folder, int port) throws IOException {
    site = new DemoSite(folder);
    var index = new CurrentIndex(site.newest());
    server =
        AtlasServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            List.of(
                new OnionooRoom(index, site.store(), site),
                new V1Room(index, site.store(), site),
                site.room()),
            Optional.empty(),
            (_, _) -> {});
  }

  public URI uri() {
    return server.uri();
  }

  public DemoSite site() {
    return site;
  }

  @Override
  public void close() {
    server.close();
    site.close();
  }

  /** Serves until it is killed: to look at pages by hand, and for the script of screenshots. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var server = new DemoServer(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      System.out.println(server.uri());
      Thread.currentThread().join();
    }
  }
}
