package org.bulbil.agent.status;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A status server that is opened once there is something to show, and tried again until it is. */
public final class StatusPorch implements Porch {

  private static final System.Logger LOG = System.getLogger(StatusPorch.class.getName());

  private final StatusFile file;
  private final Map<String, HttpHandler> rooms;
  private Optional<StatusServer> server = Optional.empty();

  /**
   * @param file where the newest is kept, for who sits at the server
   * @param rooms who answers below which path, besides the page
   */
  public StatusPorch(StatusFile file, Map<String, HttpHandler> rooms) {
    this.file = file;
    this.rooms = Map.copyOf(rooms);
  }

  @Override
  public void show(InetSocketAddress where, Supplier<Status> newest) {
    var status = newest.get();
    file.write(status);
    server.ifPresentOrElse(door -> door.show(status), () -> open(where, status));
  }

  private void open(InetSocketAddress where, Status first) {
    try {
      var opened = StatusServer.open(where, first);
      rooms.forEach(opened::add);
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
