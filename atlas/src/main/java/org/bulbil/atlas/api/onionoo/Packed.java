package org.bulbil.atlas.api.onionoo;

import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whole documents in gzip, each made once, by the first who asks. They are let go where memory is
 * short, and made again.
 */
final class Packed {

  private final Map<DocumentType, SoftReference<byte[]>> documents =
      new EnumMap<>(DocumentType.class);

  /** Others who ask for any of them wait while one is being made. */
  synchronized byte[] get(DocumentType type, Supplier<byte[]> make) {
    var kept = documents.get(type);
    var bytes = kept == null ? null : kept.get();
    if (bytes == null) {
      bytes = make.get();
      documents.put(type, new SoftReference<>(bytes));
    }
    return bytes;
  }
}
