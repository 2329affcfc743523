package org.bulbil.atlas.history;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonReader.Token;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bulbil.core.outcome.Outcome;

/**
 * A node's histories of one kind, as the JSON object of Onionoo's protocol.
 *
 * @param node its fingerprint, as written
 * @param series in the document's order; those of {@code flags} as {@code flags.Guard}
 */
public record HistoryDocument(String node, List<Series> series) {

  private static final Jsonb JSON = Jsonb.instance();
  private static final String NODE = "fingerprint";
  private static final String FLAGS = "flags";

  public HistoryDocument {
    series = List.copyOf(series);
  }

  /** The series of a document that was checked before. */
  public static List<Series> series(byte[] json) {
    return read(json)
        .answer()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no document of histories: " + new String(json, StandardCharsets.UTF_8)))
        .series();
  }

  /**
   * Reads one object; refused with the rule that it breaks. Fields that are no histories must be
   * JSON, and are passed over.
   */
  public static Outcome<HistoryDocument> read(byte[] json) {
    try (var reader = JSON.reader(json)) {
      return Outcome.done(read(reader));
    } catch (RuntimeException e) {
      // The library throws many kinds of them for text that is no JSON.
      var why = e.getMessage();
      return Outcome.refused(why == null ? "it is no JSON" : why.lines().findFirst().orElse(""), 0);
    }
  }

  private static HistoryDocument read(JsonReader json) {
    var node = "";
    var series = new ArrayList<Series>();
    json.beginObject();
    while (json.hasNextField()) {
      var field = json.nextField();
      if (field.equals(NODE)) {
        node = json.readString();
      } else if (field.equals(FLAGS) && json.currentToken() == Token.BEGIN_OBJECT) {
        flags(json, series);
      } else {
        one(json, field, series);
      }
    }
    json.endObject();
    return new HistoryDocument(node, series);
  }

  private static void flags(JsonReader json, List<Series> series) {
    json.beginObject();
    while (json.hasNextField()) {
      one(json, FLAGS + "." + json.nextField(), series);
    }
    json.endObject();
  }

  private static void one(JsonReader json, String name, List<Series> series) {
    if (json.currentToken() != Token.BEGIN_OBJECT) {
      skip(json);
      return;
    }
    Map<Span, GraphHistory> graphs = new EnumMap<>(Span.class);
    json.beginObject();
    while (json.hasNextField()) {
      var key = json.nextField();
      var span = Span.of(key);
      if (span.isPresent() && json.currentToken() == Token.BEGIN_OBJECT) {
        graphs.put(span.get(), new GraphReader(name + "." + key).read(json));
      } else {
        skip(json);
      }
    }
    json.endObject();
    if (!graphs.isEmpty()) {
      series.add(new Series(name, graphs));
    }
  }

  /** The library's own way of skipping lets through what is no JSON. */
  static void skip(JsonReader json) {
    var _ = JSON.adapter(Object.class).fromJson(json);
  }
}
