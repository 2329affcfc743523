package org.bulbil.sandbox.chain.esplora;

import java.util.List;
import java.util.Map;

/** Parsed JSON that can be walked by keys and indexes, and complains where there is no such way. */
record JsonTree(Object value) {

  JsonTree at(Object... way) {
    var here = value;
    for (Object step : way) {
      var next =
          step instanceof Integer index
              ? ((List<?>) here).get(index)
              : ((Map<?, ?>) here).get(step);
      if (next == null) {
        throw new AssertionError("no " + step + " in " + here);
      }
      here = next;
    }
    return new JsonTree(here);
  }

  boolean has(String key) {
    return ((Map<?, ?>) value).containsKey(key);
  }

  List<JsonTree> children() {
    return ((List<?>) value).stream().map(child -> new JsonTree(child)).toList();
  }

  String text() {
    return value.toString();
  }

  long number() {
    return ((Number) value).longValue();
  }
}
