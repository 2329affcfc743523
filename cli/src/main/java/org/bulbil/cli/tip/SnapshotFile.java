package org.bulbil.cli.tip;

import java.nio.file.Path;

/** Where the snapshot of an audit file is kept. */
final class SnapshotFile {

  private SnapshotFile() {}

  /** {@code tip.json.snapshot} beside {@code tip.json}. */
  static Path beside(Path audit) {
    return audit.resolveSibling(audit.getFileName() + ".snapshot");
  }
}
