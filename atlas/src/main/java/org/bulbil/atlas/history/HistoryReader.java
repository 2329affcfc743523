package org.bulbil.atlas.history;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.stream.JsonStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;

/**
 * Reads a node's document of histories, the JSON object of Onionoo's protocol. Unknown fields and
 * graphs of unknown spans are passed over, and so is a graph that breaks a rule.
 */
public final class HistoryReader {

  /** Of one document: an uptime document has one and one for each of a dozen flags. */
  private static final int SERIES_MAX = 64;

  /** Of one graph: a month in hours, with room. */
  private static final int VALUES_MAX = 2_000;

  private static final String FLAGS = "flags";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final JsonStream JSON = JsonStream.builder().build();

  private final JsonReader json;
  private final List<Series> series = new ArrayList<>();

  private HistoryReader(JsonReader json) {
    this.json = json;
  }

  /**
   * The series in a document, such as {@code read_history} or {@code flags.Guard}; refused where it
   * is no JSON object of that form.
   */
  public static Outcome<List<Series>> read(byte[] document) {
    try (var json = JSON.reader(document)) {
      var reader = new HistoryReader(json);
      reader.readAll("");
      return Outcome.done(List.copyOf(reader.series));
    } catch (JsonException | IllegalStateException | NumberFormatException broken) {
      return Outcome.refused("a document of histories is broken: " + broken.getMessage(), 0);
    }
  }

  private void readAll(String prefix) {
    json.beginObject();
    while (json.hasNextField()) {
      var name = json.nextField();
      if (json.currentToken() != JsonReader.Token.BEGIN_OBJECT || series.size() >= SERIES_MAX) {
        json.skipValue();
      } else if (name.equals(FLAGS) && prefix.isEmpty()) {
        readAll(FLAGS + ".");
      } else {
        series.add(new Series(prefix + name, graphs()));
      }
    }
    json.endObject();
  }

  private Map<Span, GraphHistory> graphs() {
    var graphs = new EnumMap<Span, GraphHistory>(Span.class);
    json.beginObject();
    while (json.hasNextField()) {
      var span = span(json.nextField());
      if (span.isEmpty() || json.currentToken() != JsonReader.Token.BEGIN_OBJECT) {
        json.skipValue();
      } else {
        graph().ifPresent(graph -> graphs.put(span.get(), graph));
      }
    }
    json.endObject();
    return graphs;
  }

  private static Optional<Span> span(String key) {
    return Arrays.stream(Span.values()).filter(span -> span.key().equals(key)).findFirst();
  }

  private Optional<GraphHistory> graph() {
    var first = "";
    long interval = 0;
    double factor = 0;
    short[] values = {};
    json.beginObject();
    while (json.hasNextField()) {
      switch (json.nextField()) {
        case "first" -> first = json.readString();
        case "interval" -> interval = json.readLong();
        case "factor" -> factor = json.readDouble();
        case "values" -> values = values();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return graph(first, interval, factor, values);
  }

  private static Optional<GraphHistory> graph(
      String first, long interval, double factor, short[] values) {
    try {
      return values.length == 0
          ? Optional.empty()
          : Optional.of(
              new GraphHistory(instant(first), Duration.ofSeconds(interval), factor, values));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
  }

  private short[] values() {
    short[] values = new short[VALUES_MAX];
    int count = 0;
    json.beginArray();
    while (json.hasNextElement()) {
      int value = json.isNullValue() ? GraphHistory.MISSING : json.readInt();
      if (count < VALUES_MAX) {
        values[count++] = (short) Math.clamp(value, GraphHistory.MISSING, Short.MAX_VALUE);
      }
    }
    json.endArray();
    return Arrays.copyOf(values, count);
  }
}
