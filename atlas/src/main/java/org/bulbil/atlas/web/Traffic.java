package org.bulbil.atlas.web;

/** Counts what is answered. It never learns who asked. */
@FunctionalInterface
public interface Traffic {

  /** Nobody counts. */
  Traffic UNCOUNTED = (_, _) -> {};

  /**
   * One request was answered.
   *
   * @param path as it was asked for; {@code ?} where it was too broken to be read
   * @param status of HTTP
   */
  void answered(String path, int status);
}
