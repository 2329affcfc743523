package org.bulbil.cli.atlas;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.atlas.api.metrics.HealthRoom;
import org.bulbil.atlas.api.metrics.Meters;
import org.bulbil.atlas.api.metrics.MetricsRoom;
import org.bulbil.atlas.api.onionoo.OnionooRoom;
import org.bulbil.atlas.api.v1.V1Room;
import org.bulbil.atlas.network.Snapshot;
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
final class MapService {

  private final List<Room> rooms;
  private final Meters meters;

  /** Of what {@code store} holds and {@code snapshots} show. */
  MapService(Store store, Supplier<Snapshot> snapshots, Site site, Time time) {
    var index = new CurrentIndex(snapshots);
    meters = new Meters(snapshots, time, Version.NUMBER);
    rooms =
        List.of(
            new OnionooRoom(index, store, time),
            new V1Room(index, store, time),
            new HealthRoom(snapshots, time),
            new MetricsRoom(meters),
            new PageRoom(new Pages(index, store, site), time));
  }

  Meters meters() {
    return meters;
  }

  /** Begins to serve at {@code address}. */
  AtlasServer start(InetSocketAddress address) throws IOException {
    try {
      return AtlasServer.start(address, rooms, Optional.empty(), meters);
    } catch (BindException e) {
      throw new Trouble(
          "cannot listen on %s:%d (%s); choose another --port"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()));
    }
  }
}
