package org.bulbil.tor.control;

import java.util.List;

/**
 * One answer, or one event, of tor (control-spec §2.3).
 *
 * @param status 250 for done, 4xx and 5xx for no, 650 for an event
 * @param parts at least one
 */
public record ControlReply(int status, List<Part> parts) {

  /** Status of an event that nobody asked for at this moment. */
  static final int EVENT = 650;

  /**
   * One line of it.
   *
   * @param text after the status
   * @param data the lines that follow where there are any, each ended by a newline; else empty
   */
  public record Part(String text, String data) {}

  public ControlReply {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a reply without a line");
    }
  }

  boolean isEvent() {
    return status == EVENT;
  }

  boolean isDone() {
    return status >= 200 && status < 300;
  }

  /** The first line, which carries the answer or the reason of a refusal. */
  public String text() {
    return parts.getFirst().text();
  }
}
