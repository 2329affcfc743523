package org.bulbil.atlas.tip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Donations that were made, as a folder of audit files with their snapshots beside them. Whoever
 * keeps the map puts them there; what is no audit file is passed over.
 */
public final class PastTips {

  private static final System.Logger LOG = System.getLogger(PastTips.class.getName());

  /** Nothing that leads out of the folder, or is hidden. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.json(\\.snapshot)?");

  /** Shown on one page, those first whose names sort last. */
  private static final int COUNT_MAX = 50;

  /** Ten thousand recipients with their relays are 4 MB. */
  private static final long BYTES_MAX = 8 << 20;

  private final Path folder;

  /** Those of a folder, which may not be there yet. */
  public PastTips(Path folder) {
    this.folder = folder;
  }

  /**
   * One of them.
   *
   * @param name of its file
   * @param sha256 of that file
   * @param hasSnapshot whether what the rule saw is beside it
   */
  public record Past(String name, Audit audit, String sha256, boolean hasSnapshot) {}

  /** Those with the last names first. */
  public List<Past> newest() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json") && NAME.matcher(name).matches())
          .sorted(Comparator.reverseOrder())
          .limit(COUNT_MAX)
          .flatMap(name -> past(name).stream())
          .toList();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot list {0}: {1}", folder, e.getMessage());
      return List.of();
    }
  }

  private Optional<Past> past(String name) {
    return file(name)
        .flatMap(
            bytes ->
                Audit.read(bytes)
                    .answer()
                    .map(audit -> new Past(name, audit, Evidence.hash(bytes), isThere(name))));
  }

  private boolean isThere(String name) {
    return Files.isRegularFile(folder.resolve(name + ".snapshot"));
  }

  /** A file of the folder; empty where it has none of that name, or it is too large. */
  public Optional<byte[]> file(String name) {
    var file = folder.resolve(name);
    try {
      return NAME.matcher(name).matches()
              && Files.isRegularFile(file)
              && Files.size(file) <= BYTES_MAX
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read {0}: {1}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
