package org.bulbil.atlas.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What was asked for lately, by what they show; what was not asked for longest goes when they are
 * too many bytes. Safe for several threads; two that ask for the same new thing at once may both
 * make it.
 */
public final class Shelf<T> {

  /** What the map, the key and objects weigh around the bytes, roughly. */
  private static final int FRAME = 800;

  private final long bytesMax;
  private final ToIntFunction<T> length;
  private final Map<String, T> things = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /**
   * An empty shelf.
   *
   * @param bytesMax of all together
   * @param length of one in bytes
   */
  public Shelf(long bytesMax, ToIntFunction<T> length) {
    this.bytesMax = bytesMax;
    this.length = length;
  }

  /**
   * What is on the shelf, or is put there now.
   *
   * @param key names the content, so that it never changes
   * @param make makes it where it is not there
   */
  public T get(String key, Supplier<T> make) {
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

  private synchronized void put(String key, T thing) {
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

  private long weight(T thing) {
    return (long) length.applyAsInt(thing) + FRAME;
  }
}
