package org.bulbil.agent.status;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

/** A status server that is opened once there is something to show, and tried again until it is. */
public final class StatusPorch implements Porch {

  private static final System.Logger LOG = System.getLogger(StatusPorch.class.getName());

  private final String path;
  private final HttpHandler handler;
  private Optional<StatusServer> server = Optional.empty();

  /**
   * @param path below which {@code handler} answers
   */
  public StatusPorch(String path, HttpHandler handler) {
    this.path = path;
    this.handler = handler;
  }

  @Override
  public void show(InetSocketAddress where, Supplier<Status> newest) {
    server.ifPresentOrElse(door -> door.show(newest.get()), () -> open(where, newest.get()));
  }

  private void open(InetSocketAddress where, Status first) {
    try {
      var opened = StatusServer.open(where, first);
      opened.add(path, handler);
      server = Optional.of(opened);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "no status page at {0}: {1}", where, e.getMessage());
    }
  }

  @Override
  public void close() {
    server.ifPresent(StatusServer::close);
  }
}
