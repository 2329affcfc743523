package org.bulbil.agent.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.Reply;
import org.bulbil.wire.Request;

/**
 * Fetches the content of a site from whoever has it: a parent, a sibling, a mirror. None of them
 * need be trusted.
 */
public final class ContentErrand implements AutoCloseable {

  /** A quarter of a gibibyte over a slow line; a server that trickles is given up. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A server drops a request that takes twenty seconds: 100 kB/s are enough for this. */
  private static final int PART_BYTES = 1 << 20;

  /** Accepted, and not all yet (RFC 9110 §15.3.3). */
  private static final int MORE_IS_WANTED = 202;

  /** Of an answer in words, in bytes. */
  private static final long WORDS_MAX = 4 << 10;

  private final ContentShelf shelf;
  private final Http http;

  public ContentErrand(ContentShelf shelf) {
    this.shelf = shelf;
    this.http =
        new Http(
            new Http.Limits(
                PATIENCE, Math.toIntExact(Math.max(WORDS_MAX, shelf.content().bytes()))));
  }

  /**
   * Asks each of {@code sources} in turn until the shelf is full.
   *
   * @param sources addresses of content doors, each with a slash at its end
   * @return the files; refused with what each source said where none has it
   */
  public Outcome<Path> fetch(List<URI> sources) {
    if (shelf.isFull()) {
      return Outcome.done(shelf.files());
    }
    var complaints = new StringBuilder();
    for (var source : sources) {
      var ended = fetch(source);
      if (ended instanceof Outcome.Done<Path>) {
        return ended;
      }
      complaints.append("; ").append(source.getAuthority()).append(": ").append(ended.summary());
    }
    return Outcome.refused("nobody has the content " + shelf.content().hash() + complaints, 0);
  }

  private Outcome<Path> fetch(URI source) {
    try {
      var file = Files.createTempFile("content", ".zip");
      try {
        return http.download(Request.of("GET", source.resolve(shelf.content().fileName())), file)
            .flatMap(ContentErrand::whole)
            .flatMap(_ -> shelf.fill(file));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    }
  }

  /**
   * Brings {@code archive} to a server that waits for it, part by part.
   *
   * @param door of that server, with a slash at its end
   */
  public Outcome<Reply> bring(URI door, Path archive) {
    try (var bytes = Files.newInputStream(archive)) {
      long from = 0;
      var told = bring(door, from, bytes.readNBytes(PART_BYTES));
      while (told.answer().filter(reply -> reply.status() == MORE_IS_WANTED).isPresent()) {
        from += PART_BYTES;
        told = bring(door, from, bytes.readNBytes(PART_BYTES));
      }
      return told;
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    }
  }

  private Outcome<Reply> bring(URI door, long from, byte[] part) {
    if (part.length == 0) {
      return Outcome.refused("the archive is shorter than the content that is wanted", 0);
    }
    var range = "bytes %d-%d/%d".formatted(from, from + part.length - 1, shelf.content().bytes());
    var request =
        Request.of("PUT", door.resolve(shelf.content().fileName()))
            .withHeader("Content-Type", "application/zip")
            .withHeader("Content-Range", range);
    return http.upload(request, part)
        .flatMap(
            reply ->
                reply.isSuccess()
                    ? Outcome.done(reply)
                    : Outcome.refused(reply.text().strip(), reply.status()));
  }

  private static Outcome<Reply> whole(Reply reply) {
    return reply.status() == 200
        ? Outcome.done(reply)
        : Outcome.refused("it has no such content", reply.status());
  }

  @Override
  public void close() {
    http.close();
  }
}
