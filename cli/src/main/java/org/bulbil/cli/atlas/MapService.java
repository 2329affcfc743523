package org.bulbil.cli.atlas;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bulbil.atlas.api.metrics.HealthRoom;
import org.bulbil.atlas.api.metrics.Meters;
import org.bulbil.atlas.api.metrics.MetricsRoom;
import org.bulbil.atlas.api.onionoo.OnionooRoom;
import org.bulbil.atlas.api.v1.V1Room;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.atlas.page.Giving;
import org.bulbil.atlas.page.PageRoom;
import org.bulbil.atlas.page.Pages;
import org.bulbil.atlas.page.Site;
import org.bulbil.atlas.query.CurrentIndex;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.store.Store;
import org.bulbil.atlas.web.Room;
import org.bulbil.cli.bundle.Version;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.time.Time;

/** The rooms of a map, and the server before them. */
public final class MapService {

  private final List<Room> rooms;
  private final Meters meters;

  /** Of what {@code store} holds and {@code snapshots} show. */
  public MapService(Store store, Supplier<Snapshot> snapshots, Site site, Time time) {
    this(store, snapshots, site, Giving.NONE, time);
  }

  /** The same, offering what is in {@code giving}. */
  public MapService(
      Store store, Supplier<Snapshot> snapshots, Site site, Giving giving, Time time) {
    Executor worker = Thread::startVirtualThread;
    var index = new CurrentIndex(snapshots, worker);
    meters = new Meters(snapshots, time, Version.NUMBER);
    rooms =
        List.of(
            new OnionooRoom(index, store, time, worker),
            new V1Room(index, store, time),
            new HealthRoom(snapshots, time),
            new MetricsRoom(meters),
            new PageRoom(new Pages(index, store, site, giving), time));
  }

  /** They count what is answered, and what sources tell them. */
  public Meters meters() {
    return meters;
  }

  /**
   * Begins to serve at {@code address}.
   *
   * @param onion where the same is an onion service
   */
  public AtlasServer start(InetSocketAddress address, Optional<URI> onion) throws IOException {
    try {
      return AtlasServer.start(address, rooms, onion, meters);
    } catch (BindException e) {
      throw new Trouble(
          "cannot listen on %s:%d (%s); choose another port"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()));
    }
  }
}
