package org.bulbil.atlas.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.server.AtlasServer;
import org.bulbil.atlas.web.Room;
import org.bulbil.atlas.web.Traffic;
import org.bulbil.core.time.Time;

/** A server on a free loopback port. */
public final class Rooms {

  private Rooms() {}

  public static AtlasServer open(Room... rooms) {
    return open(Optional.empty(), Traffic.UNCOUNTED, rooms);
  }

  public static AtlasServer open(Optional<URI> onion, Traffic traffic, Room... rooms) {
    try {
      var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return AtlasServer.start(any, List.of(rooms), onion, traffic);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock that stands still. */
  public static Time stopped(Instant now) {
    return new Time() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public void pause(Duration length) {}
    };
  }
}
