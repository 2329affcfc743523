package org.bulbil.atlas.api.onionoo;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The JSON object of one relay or bridge, with the places of its fields. What many have in common,
 * their family, stands at its end and is shared with the others.
 */
final class Fragment {

  /** A field that others have too: {@code "effective_family":[…]}. */
  @SuppressWarnings("ArrayRecordComponent") // shared by all who have it, and never changed
  record Common(byte name, byte[] text) {}

  private final byte[] own;
  private final byte[] names;
  private final int[] starts;
  private final Common[] common;

  /**
   * @param own fields, separated by commas
   * @param names numbers of the own fields
   * @param starts where each of them begins; one more, behind the last and its comma
   */
  Fragment(byte[] own, byte[] names, int[] starts, Common[] common) {
    this.own = own;
    this.names = names;
    this.starts = starts;
    this.common = common;
  }

  /** Bytes of the whole object. */
  int length() {
    int length = 2 + own.length;
    boolean isFirst = own.length == 0;
    for (var field : common) {
      length += field.text().length + (isFirst ? 0 : 1);
      isFirst = false;
    }
    return length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write('{');
    out.write(own);
    boolean isFirst = own.length == 0;
    for (var field : common) {
      separate(out, isFirst);
      out.write(field.text());
      isFirst = false;
    }
    out.write('}');
  }

  /**
   * Writes some of its fields.
   *
   * @param wanted by number
   */
  void writeTo(OutputStream out, boolean[] wanted) throws IOException {
    out.write('{');
    boolean isFirst = true;
    for (int i = 0; i < names.length; i++) {
      if (wanted[names[i]]) {
        separate(out, isFirst);
        out.write(own, starts[i], starts[i + 1] - starts[i] - 1);
        isFirst = false;
      }
    }
    for (var field : common) {
      if (wanted[field.name()]) {
        separate(out, isFirst);
        out.write(field.text());
        isFirst = false;
      }
    }
    out.write('}');
  }

  private static void separate(OutputStream out, boolean isFirst) throws IOException {
    if (!isFirst) {
      out.write(',');
    }
  }
}
