package org.bulbil.hosting.sporestack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.wire.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What people should read of a refusal: the {@code detail} of its body, be it a string, a list of
 * faults, an object or plain text; short, on one line, and without secrets, which a validator's
 * complaint likes to repeat.
 */
final class Complaint {

  /** Characters of a refusal that are kept. */
  private static final int MAX_LENGTH = 300;

  /** Bytes of a body that are looked at; an honest complaint is far shorter. */
  private static final int MAX_BODY = 16 << 10;

  /** Tokens, machine ids, keys and user data are long words; sentences have none. */
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_+/=-]{20,}");

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e…]+");

  private Complaint() {}

  static String of(Reply reply, List<String> secrets) {
    if (reply.body().length > MAX_BODY) {
      return "a complaint of " + reply.body().length + " bytes";
    }
    var text = words(reply.text());
    for (var secret : secrets) {
      text = text.replace(secret, "…");
    }
    text = UNPRINTABLE.matcher(LONG_WORD.matcher(text).replaceAll("…")).replaceAll(" ").strip();
    return text.isEmpty()
        ? "no reason given"
        : text.substring(0, Math.min(text.length(), MAX_LENGTH));
  }

  private static String words(String body) {
    try {
      return words(JsonText.read(Body.Refusal.class, body).detail());
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
