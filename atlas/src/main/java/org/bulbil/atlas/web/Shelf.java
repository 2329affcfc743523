package org.bulbil.atlas.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers that were asked for lately, by what they show; what was not asked for longest goes when
 * they are too many bytes. Safe for several threads; two that ask for the same new thing at once
 * may both make it.
 */
public final class Shelf {

  /** What the map, the key, headers and objects weigh around a body, roughly. */
  private static final int FRAME = 800;

  private final long bytesMax;
  private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
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
   */
  public Answer get(String key, Supplier<Answer> make) {
    synchronized (this) {
      var found = answers.get(key);
      if (found != null) {
        return found;
      }
    }
    var made = make.get();
    put(key, made);
    return made;
  }

  private synchronized void put(String key, Answer answer) {
    var former = answers.put(key, answer);
    bytes += weight(answer) - (former == null ? 0 : weight(former));
    var oldest = answers.values().iterator();
    while (bytes > bytesMax && oldest.hasNext()) {
      bytes -= weight(oldest.next());
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  private static long weight(Answer answer) {
    return answer.length().orElse(0) + FRAME;
  }
}
