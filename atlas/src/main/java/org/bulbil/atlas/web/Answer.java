package org.bulbil.atlas.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is sent back. The server adds what belongs to every answer: security headers, length,
 * compression (unless it has a {@code Content-Encoding}), and the short answer 304 where the asker
 * has it already (by {@code ETag} or {@code Last-Modified}).
 */
public final class Answer {

  /** A body that is too large to be held in memory; written at most once for each request. */
  @FunctionalInterface
  public interface Flow {

    /**
     * Writes all of it.
     *
     * @throws IOException where the asker has gone
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private final int status;
  private final Map<String, String> headers;
  private final Flow flow;
  private final OptionalLong length;

  /**
   * An answer that is held in memory.
   *
   * @param status of HTTP
   * @param headers by name
   * @param body not to be changed afterwards; it is not copied
   */
  public Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, OptionalLong.of(body.length), out -> out.write(body));
  }

  /**
   * An answer that is made while it is sent.
   *
   * @param length in bytes, where it is known beforehand
   */
  public Answer(int status, Map<String, String> headers, OptionalLong length, Flow flow) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.length = length;
    this.flow = flow;
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The same with one header more, or another value of it. */
  public Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, length, flow);
  }

  /** Of the body, in bytes; empty where it is not known before it is written. */
  public OptionalLong length() {
    return length;
  }

  public void writeTo(OutputStream out) throws IOException {
    flow.writeTo(out);
  }

  /** The whole body; for answers that fit into memory. */
  public byte[] body() {
    var bytes = new ByteArrayOutputStream((int) length.orElse(1024));
    try {
      flow.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
