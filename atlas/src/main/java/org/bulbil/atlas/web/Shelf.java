package org.bulbil.atlas.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Bytes that were asked for lately, by what they show; what was not asked for longest goes when
 * they are too many. Safe for several threads; two that ask for the same new thing at once may both
 * make it.
 */
public final class Shelf {

  /** What the map, the key and the array weigh around the bytes, roughly. */
  private static final int FRAME = 300;

  private final long bytesMax;
  private final Map<String, byte[]> things = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** A shelf for so many bytes together. */
  public Shelf(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /**
   * What is on the shelf, or is put there now.
   *
   * @param key names the content, so that it never changes
   * @param make makes it where it is not there
   * @return not a copy
   */
  public byte[] get(String key, Supplier<byte[]> make) {
    synchronized (this) {
      var found = things.get(key);
      if (found != null) {
        return found;
      }
    }
    var made = make.get();
    put(key, made);
    return made;
  }

  private synchronized void put(String key, byte[] thing) {
    var former = things.put(key, thing);
    bytes += weight(thing) - (former == null ? 0 : weight(former));
    var oldest = things.values().iterator();
    while (bytes > bytesMax && oldest.hasNext()) {
      bytes -= weight(oldest.next());
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  private static long weight(byte[] thing) {
    return (long) thing.length + FRAME;
  }
}
