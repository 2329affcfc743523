package org.bulbil.hosting.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bulbil.hosting.ForeignWords;
import org.bulbil.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What people should read of a refusal: the {@code detail} or {@code error} of its body, be it a
 * string, a list of faults, an object or plain text; short, on one line, and without secrets, which
 * a validator's complaint likes to repeat.
 */
public final class Complaint {

  /** Bytes of a body that are looked at; an honest complaint is far shorter. */
  private static final int MAX_BODY = 16 << 10;

  private Complaint() {}

  public static String of(Reply reply, List<String> secrets) {
    if (reply.body().length > MAX_BODY) {
      return "a complaint of " + reply.body().length + " bytes";
    }
    var shown = ForeignWords.shown(words(reply.text()), secrets);
    return shown.isEmpty() ? "no reason given" : shown;
  }

  private static String words(String body) {
    try {
      return words(JsonText.read(Refusal.class, body).reason());
    } catch (Nonsense e) {
      return body; // Plain text, then.
    }
  }

  private static String words(@Nullable Object detail) {
    return switch (detail) {
      case null -> "";
      case List<?> faults ->
          faults.stream().map(Complaint::words).collect(Collectors.joining("; "));
      case Map<?, ?> fault when fault.get("msg") instanceof String said -> place(fault) + said;
      case Map<?, ?> fault ->
          fault.entrySet().stream()
              .filter(
                  entry -> !(entry.getValue() instanceof Map || entry.getValue() instanceof List))
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      default -> detail.toString();
    };
  }

  /** Which field a fault is about, as in {@code days: }; the last word of its {@code loc}. */
  private static String place(Map<?, ?> fault) {
    return fault.get("loc") instanceof List<?> path && !path.isEmpty()
        ? Objects.toString(path.getLast()) + ": "
        : "";
  }
}
