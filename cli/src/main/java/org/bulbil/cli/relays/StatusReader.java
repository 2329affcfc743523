package org.bulbil.cli.relays;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.JsonAnswer;

/** Reads what relays say of themselves. */
final class StatusReader {

  private static final JsonType<Report> REPORT = Jsonb.instance().type(Report.class);

  /** A status has some 20 kB. */
  private static final int BYTES_MAX = 1 << 20;

  /** Pages asked at once. */
  private static final int AT_ONCE = 16;

  private final Http http;

  /**
   * @param http with a limit of time for one page
   */
  StatusReader(Http http) {
    this.http = http;
  }

  /** What the relay there says; refused or unknown with what is in the way. */
  Outcome<Report> read(Place place) {
    return text(place, "status.json").flatMap(json -> JsonAnswer.read(REPORT, json));
  }

  /** One document of a relay: a page of its server, or a file of that name in its folder. */
  Outcome<byte[]> text(Place place, String name) {
    return switch (place) {
      case Place.Page(URI uri) -> page(uri.resolve("/" + name));
      case Place.Home(Path folder) -> file(folder.resolve(name));
    };
  }

  private Outcome<byte[]> page(URI uri) {
    return http.get(uri)
        .flatMap(
            reply ->
                reply.isSuccess()
                    ? Outcome.done(reply.body())
                    : Outcome.refused("there is no status page of a relay", reply.status()));
  }

  private static Outcome<byte[]> file(Path file) {
    try {
      return Files.exists(file) && Files.size(file) <= BYTES_MAX
          ? Outcome.done(Files.readAllBytes(file))
          : Outcome.refused("no " + file.getFileName() + " is there: no agent has lived there", 0);
    } catch (IOException e) {
      return Outcome.unknown("cannot read " + file + ": " + e.getMessage());
    }
  }

  /** The same of several, in their order. */
  List<Outcome<Report>> readAll(List<Place> places) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var waiting = new ArrayList<Future<Outcome<Report>>>();
      for (var place : places) {
        waiting.add(threads.submit(() -> read(place)));
      }
      var all = new ArrayList<Outcome<Report>>();
      for (var one : waiting) {
        all.add(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
