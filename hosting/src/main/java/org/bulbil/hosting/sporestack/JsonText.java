package org.bulbil.hosting.sporestack;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Bodies as text. What is not the JSON that it should be is {@link Nonsense}, without a quote. */
final class JsonText {

  private static final Jsonb JSON = Jsonb.instance();

  private JsonText() {}

  static <T> String write(Class<T> type, T body) {
    return JSON.type(type).toJson(body);
  }

  static <T> T read(Class<T> type, String text) {
    return parsed(() -> JSON.type(type).fromJson(text));
  }

  static <T> List<T> list(Class<T> type, String text) {
    var all = parsed(() -> JSON.type(type).list().fromJson(text));
    if (all.stream().anyMatch(Objects::isNull)) {
      throw new Nonsense("a list holds null");
    }
    return all;
  }

  private static <T> T parsed(Supplier<T> parser) {
    try {
      return parser.get();
    } catch (JsonException e) {
      // Its message quotes the answer, and so perhaps a secret.
      throw new Nonsense("not the JSON that it should be");
    } catch (StackOverflowError e) {
      // The parser goes down a level of the stack with each bracket, and has no limit of its own.
      throw new Nonsense("JSON nested too deep");
    }
  }
}
