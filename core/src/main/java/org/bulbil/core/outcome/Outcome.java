package org.bulbil.core.outcome;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a question or an act ended, as far as we can tell. Unknown is not "no": after a question it
 * means that nothing was learnt, after an act that it may have happened; it is settled by asking,
 * never by acting again.
 *
 * @param <T> what the other side answered
 */
public sealed interface Outcome<T> {

  /** The other side answered, and this is its answer. */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * The other side said no, and nothing has changed there.
   *
   * @param why its own words, for people
   * @param code its status, such as 402 in HTTP; 0 where it has none
   */
  record Refused<T>(String why, int code) implements Outcome<T> {}

  /** No answer that can be trusted: a broken wire, a server error, words that make no sense. */
  record Unknown<T>(String cause) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(String why, int code) {
    return new Refused<>(why, code);
  }

  static <T> Outcome<T> unknown(String cause) {
    return new Unknown<>(cause);
  }

  /** The answer, or empty where there was none: refused or unknown alike. */
  default Optional<T> answer() {
    return this instanceof Done<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /**
   * The answer, for whoever cannot go on without.
   *
   * @param failure of the reason, refused or unknown alike; thrown
   */
  default T orElseThrow(Function<String, ? extends RuntimeException> failure) {
    return switch (this) {
      case Done<T>(T value) -> value;
      case Refused<T>(String why, _) -> throw failure.apply(why);
      case Unknown<T>(String cause) -> throw failure.apply(cause);
    };
  }

  /** The same outcome with its answer changed by {@code change}. */
  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    return flatMap(value -> done(change.apply(value)));
  }

  /** What {@code next} makes of the answer; a refusal or an unknown passes through. */
  default <U> Outcome<U> flatMap(Function<? super T, Outcome<U>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(String why, int code) -> refused(why, code);
      case Unknown<T>(String cause) -> unknown(cause);
    };
  }

  /**
   * One line for a journal or a log: {@code done}, {@code refused (402): …}, {@code unknown: …}.
   */
  default String summary() {
    return switch (this) {
      case Done<T> _ -> "done";
      case Refused<T>(String why, int code) -> "refused (" + code + "): " + why;
      case Unknown<T>(String cause) -> "unknown: " + cause;
    };
  }
}
