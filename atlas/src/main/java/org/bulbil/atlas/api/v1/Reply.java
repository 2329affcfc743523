package org.bulbil.atlas.api.v1;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Problem;

/** The few forms that answers of the protocol have. */
final class Reply {

  /** Seconds that an answer may be kept: money and age change slowly. */
  static final int MINUTE = 60;

  private Reply() {}

  /** JSON that may be kept for some seconds. */
  static Answer json(byte[] body, int seconds) {
    return new Answer(
        200,
        Map.of("Content-Type", "application/json", "Cache-Control", "public, max-age=" + seconds),
        body);
  }

  static Answer refused(String why) {
    return Problem.answer(400, "Bad Request", why);
  }

  static Answer missing(String why) {
    return Problem.answer(404, "Not Found", why);
  }

  /** What {@code answer} says where all parameters are {@code known}. */
  static Answer only(Ask ask, Set<String> known, Supplier<Answer> answer) {
    var unknown = new HashSet<>(ask.parameters().keySet());
    unknown.removeAll(known);
    if (unknown.isEmpty()) {
      return answer.get();
    }
    return refused(
        known.isEmpty()
            ? "there are no parameters here, such as " + unknown
            : "a parameter must be one of " + known + ", not " + unknown);
  }
}
