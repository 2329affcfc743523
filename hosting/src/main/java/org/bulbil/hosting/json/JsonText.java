package org.bulbil.hosting.json;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bulbil.wire.JsonAnswer;

/** Bodies as text. What is not the JSON that it should be is {@link Nonsense}, without a quote. */
public final class JsonText {

  private static final Jsonb JSON = Jsonb.instance();

  private JsonText() {}

  public static <T> String write(Class<T> type, T body) {
    return JSON.type(type).toJson(body);
  }

  public static <T> T read(Class<T> type, String text) {
    return parsed(JSON.type(type), text);
  }

  public static <T> List<T> list(Class<T> type, String text) {
    var all = parsed(JSON.type(type).list(), text);
    if (all.stream().anyMatch(Objects::isNull)) {
      throw new Nonsense("a list holds null");
    }
    return all;
  }

  private static <T> T parsed(JsonType<T> type, String text) {
    return JsonAnswer.read(type, text.getBytes(StandardCharsets.UTF_8)).orElseThrow(Nonsense::new);
  }
}
