package org.bulbil.atlas.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** Chance that is always the same: numbers that follow from a word. */
final class Fortune {

  private Fortune() {}

  /** 32 bytes. */
  static byte[] bytes(String word) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The first {@code length} bytes. */
  static byte[] bytes(String word, int length) {
    return Arrays.copyOf(bytes(word), length);
  }

  /** From 0 up to, not including, 1. */
  static double share(String word) {
    return (ByteBuffer.wrap(bytes(word)).getLong() >>> 11) * 0x1.0p-53;
  }

  /** From 0 up to, not including, {@code bound}. */
  static int number(String word, int bound) {
    return (int) (share(word) * bound);
  }

  /** The same for a moment among very many, quickly (the finalizer of SplitMix64). */
  static double share(long seed, long moment) {
    long z = seed + moment * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }

  static long seed(String word) {
    return ByteBuffer.wrap(bytes(word)).getLong();
  }

  static <T> T one(String word, List<T> of) {
    return of.get(number(word, of.size()));
  }
}
