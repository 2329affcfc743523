package org.bulbil.agent.bundle;

import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.hosting.bootstrap.BundleHash;

/**
 * A file that servers hand on to one another, known by its hash.
 *
 * @param bytes its length
 * @param fileName what it is called wherever it is handed on: its hash and an ending
 * @param type as HTTP has it
 * @param noun what people call it, such as {@code bundle}
 */
public record Parcel(BundleHash hash, long bytes, String fileName, String type, String noun) {

  static Parcel of(Bundle bundle) {
    return new Parcel(
        bundle.hash(), bundle.bytes(), bundle.fileName(), "application/gzip", "bundle");
  }
}
