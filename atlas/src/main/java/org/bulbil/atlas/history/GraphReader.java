package org.bulbil.atlas.history;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonReader.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bulbil.atlas.document.Timestamp;

/** Reads one graph history; what is wrong with it is an {@link IllegalArgumentException}. */
final class GraphReader {

  /** Five times the longest graph of the protocol, six months by twelve hours. */
  static final int VALUES_MAX = 2_000;

  private final String name;
  private Instant first = Instant.MIN;
  private long interval;
  private double factor = Double.NaN;
  private short[] values = {};

  GraphReader(String name) {
    this.name = name;
  }

  GraphHistory read(JsonReader json) {
    json.beginObject();
    while (json.hasNextField()) {
      field(json, json.nextField());
    }
    json.endObject();
    if (first.equals(Instant.MIN) || values.length == 0) {
      throw new IllegalArgumentException(name + " has no first moment or no values");
    }
    return new GraphHistory(first, Duration.ofSeconds(interval), factor, values);
  }

  private void field(JsonReader json, String field) {
    switch (field) {
      case "first" -> first = moment(json.readString());
      case "interval" -> interval = number(json, "interval").readLong();
      case "factor" -> factor = number(json, "factor").readDouble();
      case "values" -> values = values(json);
      default -> HistoryDocument.skip(json);
    }
  }

  /** The library also reads numbers in quotes, which would be sent on as they are. */
  private JsonReader number(JsonReader json, String field) {
    if (json.currentToken() != Token.NUMBER) {
      throw new IllegalArgumentException(name + " has something else than a number in " + field);
    }
    return json;
  }

  private Instant moment(String text) {
    return Timestamp.read(text)
        .orElseThrow(() -> new IllegalArgumentException(name + " begins at \"" + text + "\""));
  }

  private short[] values(JsonReader json) {
    var read = new short[64];
    int count = 0;
    json.beginArray();
    while (json.hasNextElement()) {
      if (count == read.length) {
        read = Arrays.copyOf(read, larger(count));
      }
      read[count++] =
          json.isNullValue() ? GraphHistory.MISSING : value(number(json, "values").readInt());
    }
    json.endArray();
    return Arrays.copyOf(read, count);
  }

  private int larger(int count) {
    if (count >= VALUES_MAX) {
      throw new IllegalArgumentException(name + " has more than " + VALUES_MAX + " values");
    }
    return count * 2;
  }

  private short value(int value) {
    if (value < 0 || value > GraphHistory.VALUE_MAX) {
      throw new IllegalArgumentException(
          "%s has the value %d; values are 0 to %d".formatted(name, value, GraphHistory.VALUE_MAX));
    }
    return (short) value;
  }
}
