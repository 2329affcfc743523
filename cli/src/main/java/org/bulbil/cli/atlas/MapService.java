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

/** The rooms of the map over a store, and the server before them. */
final class MapService {

  private MapService() {}

  /** What a site is made of. */
  record Parts(Store store, Supplier<Snapshot> snapshots, Site site, Time time) {

    List<Room> rooms(Meters meters) {
      var index = new CurrentIndex(snapshots);
      return List.of(
          new OnionooRoom(index, store, time),
          new V1Room(index, store, time),
          new HealthRoom(snapshots, time),
          new MetricsRoom(meters),
          new PageRoom(new Pages(index, store, site), time));
    }

    Meters meters() {
      return new Meters(snapshots, time, Version.NUMBER);
    }
  }

  /** Begins to serve at {@code address}. */
  static AtlasServer start(InetSocketAddress address, Parts parts) throws IOException {
    var meters = parts.meters();
    try {
      return AtlasServer.start(address, parts.rooms(meters), Optional.empty(), meters);
    } catch (BindException e) {
      throw new Trouble(
          "cannot listen on %s:%d (%s); choose another --port"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()));
    }
  }
}
