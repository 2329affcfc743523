package org.bulbil.sandbox.provider.api;

import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.api.reply.InvalidReply;
import org.bulbil.sandbox.provider.api.reply.RefusalReply;

/** What is sent back. */
record Answer(int status, String contentType, String body) {

  static final Jsonb JSON = Jsonb.builder().serializeNulls(true).serializeEmpty(true).build();

  static Answer json(Object reply) {
    return new Answer(200, "application/json", JSON.toJson(reply));
  }

  static <T> Answer list(Class<T> kind, List<T> replies) {
    return new Answer(200, "application/json", JSON.type(kind).list().toJson(replies));
  }

  static Answer text(String contentType, String body) {
    return new Answer(200, contentType, body);
  }

  /** Done, and there is nothing to say. */
  static Answer nothing() {
    return new Answer(200, "application/json", "null");
  }

  static Answer refused(int status, String detail) {
    return new Answer(status, "application/json", JSON.toJson(new RefusalReply(detail)));
  }

  static Answer invalid(List<InvalidReply.Complaint> complaints) {
    return new Answer(422, "application/json", JSON.toJson(new InvalidReply(complaints)));
  }

  /** What {@code reply} makes of an answer; a refusal with its own status; 500 for an unknown. */
  static <T> Answer of(Outcome<T> outcome, Function<T, Answer> reply) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> reply.apply(value);
      case Outcome.Refused<T>(String why, int status) -> refused(status, why);
      case Outcome.Unknown<T>(String cause) -> refused(500, cause);
    };
  }
}
