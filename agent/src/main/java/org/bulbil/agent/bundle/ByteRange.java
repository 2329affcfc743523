package org.bulbil.agent.bundle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes of a file that somebody asks for.
 *
 * @param first its place, from 0
 * @param length at least 1
 */
record ByteRange(long first, long length) {

  private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

  /**
   * What a {@code Range} header (RFC 9110 §14.2) asks of a file of {@code size} bytes: all without
   * a header, and with one that asks for several parts or the last ones, which may be ignored.
   * Empty where it begins behind the end, or ends before it begins.
   */
  static Optional<ByteRange> parse(Optional<String> header, long size) {
    var match = FORM.matcher(header.orElse("").strip());
    if (!match.matches()) {
      return Optional.of(new ByteRange(0, size));
    }
    long first = Long.parseLong(match.group(1));
    long last = match.group(2) == null ? size - 1 : Long.parseLong(match.group(2));
    long end = Math.min(last, size - 1);
    return first > end ? Optional.empty() : Optional.of(new ByteRange(first, end - first + 1));
  }

  /** The {@code Content-Range} of an answer from a file of {@code size} bytes. */
  String header(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
