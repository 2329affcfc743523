package org.bulbil.agent.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.hosting.bootstrap.BundleHash;

/**
 * A file that should be a bundle, and is read through again only when its time has changed. Safe
 * for use by several threads.
 */
final class CheckedFile {

  private static final System.Logger LOG = System.getLogger(CheckedFile.class.getName());

  private final Bundle bundle;
  private final Path path;
  private Optional<FileTime> checked = Optional.empty();
  private boolean whole;

  CheckedFile(Bundle bundle, Path path) {
    this.bundle = bundle;
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Whether the file is there and is the bundle. */
  synchronized boolean isWhole() {
    try {
      var changed = Optional.of(Files.getLastModifiedTime(path));
      if (!changed.equals(checked)) {
        whole = Files.size(path) == bundle.bytes() && BundleHash.of(path).equals(bundle.hash());
        checked = changed;
        tell();
      }
      return whole;
    } catch (IOException e) {
      return false;
    }
  }

  private void tell() {
    if (!whole) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} is not bundle {1}, so it is not handed on",
          path,
          bundle.hash());
    }
  }
}
