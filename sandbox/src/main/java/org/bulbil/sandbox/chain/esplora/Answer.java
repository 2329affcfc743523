package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What goes back over HTTP. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; written once.
record Answer(int status, String contentType, byte[] body) {

  private static final Jsonb JSON = Jsonb.instance();

  static Answer json(Object message) {
    return new Answer(200, "application/json", JSON.toJsonBytes(message));
  }

  static Answer text(Object text) {
    return text(200, text.toString());
  }

  static Answer bytes(byte[] bytes) {
    return new Answer(200, "application/octet-stream", bytes);
  }

  static Answer text(int status, String text) {
    return new Answer(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  static Supplier<Answer> notFound(String text) {
    return () -> text(404, text);
  }
}
