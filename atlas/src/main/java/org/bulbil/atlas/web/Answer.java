package org.bulbil.atlas.web;

import java.util.Map;

/**
 * What is sent back. The server adds what belongs to every answer: security headers, length,
 * compression.
 */
public final class Answer {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param status of HTTP
   * @param headers by name
   * @param body not to be changed afterwards; it is not copied
   */
  public Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** Not a copy. */
  public byte[] body() {
    return body;
  }
}
