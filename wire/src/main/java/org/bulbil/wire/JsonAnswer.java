package org.bulbil.wire;

import io.avaje.jsonb.JsonType;
import org.bulbil.core.outcome.Outcome;

/** JSON of a stranger as a message of ours, or unknown. A cause never quotes the stranger. */
public final class JsonAnswer {

  private JsonAnswer() {}

  /**
   * Reads {@code json} in UTF-8. The parser refuses strings of more than 32 kB, lets a whole number
   * that is too large for an int wrap around, and may throw anything at a broken text.
   */
  public static <T> Outcome<T> read(JsonType<T> type, byte[] json) {
    try {
      var message = type.fromJson(json);
      return message == null ? Outcome.unknown("null is no answer") : Outcome.done(message);
    } catch (StackOverflowError e) {
      // The parser goes down a level of the stack with each bracket, and has no limit of its own.
      return Outcome.unknown("JSON nested too deep");
    } catch (RuntimeException e) {
      // Its message quotes the answer, and so perhaps a secret.
      return Outcome.unknown("not the JSON that it should be");
    }
  }
}
