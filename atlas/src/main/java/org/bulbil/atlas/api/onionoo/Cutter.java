package org.bulbil.atlas.api.onionoo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts JSON objects, as our own writer writes them (without white space), into their top-level
 * fields. Equal families are kept once; the cutter lives as long as one library is being made.
 */
final class Cutter {

  private static final Set<String> COMMON =
      Set.of("effective_family", "alleged_family", "indirect_family");

  private final FieldNames names;
  private final Map<ByteBuffer, byte[]> families = new HashMap<>();

  Cutter(FieldNames names) {
    this.names = names;
  }

  Fragment cut(byte[] object) {
    var own = new ByteArrayOutputStream(object.length);
    var numbers = new ByteArrayOutputStream();
    var starts = new ArrayList<Integer>();
    var common = new ArrayList<Fragment.Common>();
    for (int at = 1; at < object.length - 1; ) {
      int end = endOfField(object, at);
      var name = name(object, at);
      if (COMMON.contains(name)) {
        common.add(new Fragment.Common(names.number(name), shared(object, at, end)));
      } else {
        own.writeBytes(own.size() == 0 ? new byte[0] : new byte[] {','});
        starts.add(own.size());
        numbers.write(names.number(name));
        own.write(object, at, end - at);
      }
      at = end + 1;
    }
    starts.add(own.size() + 1);
    return new Fragment(
        own.toByteArray(),
        numbers.toByteArray(),
        ints(starts),
        common.toArray(Fragment.Common[]::new));
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private byte[] shared(byte[] object, int from, int to) {
    var key = ByteBuffer.wrap(object, from, to - from);
    var known = families.get(key);
    if (known == null) {
      known = Arrays.copyOfRange(object, from, to);
      families.put(ByteBuffer.wrap(known), known);
    }
    return known;
  }

  private static String name(byte[] object, int at) {
    int end = at + 1;
    while (object[end] != '"') {
      end++;
    }
    return new String(object, at + 1, end - at - 1, StandardCharsets.UTF_8);
  }

  /** The place of the comma or brace behind the field that begins at {@code at}. */
  private static int endOfField(byte[] object, int at) {
    int depth = 0;
    for (int i = at; i < object.length; i++) {
      switch (object[i]) {
        case '"' -> i = endOfText(object, i);
        case '[', '{' -> depth++;
        case ']', '}' -> {
          if (depth-- == 0) {
            return i;
          }
        }
        case ',' -> {
          if (depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    throw new IllegalStateException("an object has no end");
  }

  private static int endOfText(byte[] object, int quote) {
    int i = quote + 1;
    while (object[i] != '"') {
      i += object[i] == '\\' ? 2 : 1;
    }
    return i;
  }
}
