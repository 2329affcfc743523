package org.bulbil.atlas.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Pictures that were asked for lately, by what they show; what was not asked for longest goes when
 * they are too many bytes. Safe for several threads; two that ask for the same new picture at once
 * may both draw it.
 */
public final class PictureShelf {

  /** What the map, the key and the arrays around a picture weigh, roughly. */
  private static final int FRAME = 200;

  private final long bytesMax;
  private final Map<String, byte[]> pictures = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** One that holds pictures of so many bytes. */
  public PictureShelf(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /**
   * @param key names the content, so that it never changes
   * @param draw makes it where it is not there
   */
  public byte[] get(String key, Supplier<byte[]> draw) {
    synchronized (this) {
      var found = pictures.get(key);
      if (found != null) {
        return found;
      }
    }
    var drawn = draw.get();
    put(key, drawn);
    return drawn;
  }

  private synchronized void put(String key, byte[] picture) {
    if (pictures.put(key, picture) == null) {
      bytes += weight(picture);
    }
    var oldest = pictures.values().iterator();
    while (bytes > bytesMax && oldest.hasNext()) {
      bytes -= weight(oldest.next());
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  private static long weight(byte[] picture) {
    return (long) picture.length + FRAME;
  }
}
