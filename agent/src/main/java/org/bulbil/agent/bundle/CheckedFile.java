package org.bulbil.agent.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.bulbil.hosting.bootstrap.BundleHash;

/**
 * A file that should be a parcel, and is read through again only when its time has changed. Safe
 * for use by several threads.
 */
final class CheckedFile {

  private static final System.Logger LOG = System.getLogger(CheckedFile.class.getName());

  private final Parcel parcel;
  private final Path path;
  private Optional<FileTime> checked = Optional.empty();
  private boolean whole;

  CheckedFile(Parcel parcel, Path path) {
    this.parcel = parcel;
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Whether the file is there and is the parcel. */
  synchronized boolean isWhole() {
    try {
      var changed = Optional.of(Files.getLastModifiedTime(path));
      if (!changed.equals(checked)) {
        whole = Files.size(path) == parcel.bytes() && BundleHash.of(path).equals(parcel.hash());
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
          "{0} is not {1} {2}, so it is not handed on",
          path,
          parcel.noun(),
          parcel.hash());
    }
  }
}
