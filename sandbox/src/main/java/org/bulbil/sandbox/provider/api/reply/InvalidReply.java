package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import java.util.List;

/** A refusal of malformed input: one complaint for each fault, as FastAPI writes them. */
@Json
public record InvalidReply(List<Complaint> detail) {

  /**
   * One fault.
   *
   * @param type its kind, such as {@code string_too_short}
   * @param loc where it is, such as {@code body}, {@code days}
   * @param msg for people
   */
  @Json
  public record Complaint(String type, List<String> loc, String msg) {}
}
