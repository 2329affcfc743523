package org.bulbil.atlas.ingest;

import io.avaje.json.JsonReader;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.document.Timestamp;

/**
 * What a document says of itself, before its relays are read.
 *
 * @param published of what moment; the later one where it says two
 * @param fields of its first relay or bridge
 */
record Head(Instant published, List<String> fields) {

  /** Of the protocol; others may mean something else by the same words. */
  private static final String MAJOR = "8";

  Head {
    fields = List.copyOf(fields);
  }

  /**
   * Reads as far as needed.
   *
   * @throws BadDocument where it is no document of this version of the protocol
   */
  static Head read(InputStream plain) throws IOException {
    var found = new Search();
    new Pieces(plain, found).read();
    if (found.version.isEmpty()) {
      throw new BadDocument("names no version of Onionoo's protocol");
    }
    checkVersion(found.version.get());
    if (found.published.equals(Instant.EPOCH)) {
      throw new BadDocument("does not say of what moment it is (relays_published)");
    }
    return new Head(found.published, found.fields);
  }

  private static void checkVersion(String version) throws BadDocument {
    if (!version.equals(MAJOR) && !version.startsWith(MAJOR + ".")) {
      throw new BadDocument(
          "is of version %.20s of Onionoo's protocol; this program reads %s.x"
              .formatted(version, MAJOR));
    }
  }

  private static final class Search implements Pieces.Listener {

    private static final Jsonb JSON = Jsonb.instance();

    private Optional<String> version = Optional.empty();
    private Instant published = Instant.EPOCH;
    private List<String> fields = List.of();

    @Override
    public void field(String name, String value) throws BadDocument {
      if (name.equals("version")) {
        checkVersion(value);
        version = Optional.of(value);
      } else if (name.equals("relays_published") || name.equals("bridges_published")) {
        var moment = moment(name, value);
        published = moment.isAfter(published) ? moment : published;
      }
    }

    @Override
    public void node(Pieces.Group group, byte[] json) {
      if (fields.isEmpty()) {
        fields = names(json);
      }
    }

    @Override
    public void skipped(Pieces.Group group, String why) {
      // Whoever reads the whole document counts it.
    }

    @Override
    public boolean isEnough() {
      return version.isPresent() && !fields.isEmpty() && published.isAfter(Instant.EPOCH);
    }

    private static List<String> names(byte[] json) {
      var names = new ArrayList<String>();
      try (JsonReader reader = JSON.reader(json)) {
        reader.beginObject();
        while (reader.hasNextField()) {
          names.add(reader.nextField());
          reader.skipValue();
        }
      } catch (RuntimeException e) {
        // The library throws many kinds of them for text that is no JSON; the rest may be better.
        return names;
      }
      return names;
    }
  }

  /** Whether the first relay or bridge has one of the fields that {@code kind} is known by. */
  boolean has(Kind kind) {
    return kind.isIn(fields);
  }

  /** A moment of the envelope. */
  static Instant moment(String name, String value) throws BadDocument {
    return Timestamp.read(value)
        .orElseThrow(
            () ->
                new BadDocument(
                    "says %s \"%.40s\"; a moment is such as 2013-04-24 12:22:22"
                        .formatted(name, value)));
  }
}
