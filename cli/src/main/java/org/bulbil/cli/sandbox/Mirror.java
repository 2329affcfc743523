package org.bulbil.cli.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.bundle.BundleDoor;
import org.bulbil.agent.settings.BundleSettings;
import org.bulbil.cli.bundle.BundleFile;
import org.bulbil.core.time.Time;

/** Where the first relays of a sandbox fetch their program. Listens on loopback. */
final class Mirror implements AutoCloseable {

  /** Visitors who may wait: all first relays come at once. */
  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
  private final BundleFile file;

  private Mirror(HttpServer server, BundleFile file) {
    this.server = server;
    this.file = file;
  }

  static Mirror open(BundleFile file, Time time) throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var opened = new Mirror(HttpServer.create(anyPort, BACKLOG), file);
    var allowance = new Allowance(Allowance.Bounds.ofMirror(), time);
    opened.server.createContext(
        BundleDoor.PATH, new BundleDoor(file.bundle(), file.path(), allowance));
    opened.server.setExecutor(opened.visitors);
    opened.server.start();
    return opened;
  }

  /** Lets {@code handler} answer everything below {@code path} too. */
  void hang(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** Where it is. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What a relay is told that fetches its program here. */
  BundleSettings settings() {
    return new BundleSettings(file.bundle(), List.of(uri().resolve(BundleDoor.PATH)));
  }

  @Override
  public void close() {
    server.stop(0);
    visitors.close();
  }
}
