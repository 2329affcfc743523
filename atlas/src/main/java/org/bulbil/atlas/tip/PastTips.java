package org.bulbil.atlas.tip;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bulbil.atlas.web.Drawer;

/**
 * Donations that were made, as a folder of audit files with their snapshots beside them. Whoever
 * keeps the map puts them there; what is no audit file is passed over.
 */
public final class PastTips {

  /** Nothing that leads out of the folder, or is hidden. */
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.json(\\.snapshot)?");

  /** Shown on one page, those first whose names sort last. */
  private static final int COUNT_MAX = 50;

  /** Ten thousand recipients with their relays are 4 MB. */
  private static final long BYTES_MAX = 8 << 20;

  private final Drawer drawer;

  /** Those of a folder, which may not be there yet. */
  public PastTips(Path folder) {
    this.drawer = new Drawer(folder, NAME, BYTES_MAX);
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
    return drawer.names().reversed().stream()
        .filter(name -> name.endsWith(".json"))
        .limit(COUNT_MAX)
        .flatMap(name -> past(name).stream())
        .toList();
  }

  private Optional<Past> past(String name) {
    return file(name).flatMap(bytes -> past(name, bytes));
  }

  private Optional<Past> past(String name, byte[] bytes) {
    return Audit.read(bytes)
        .answer()
        .map(
            audit -> new Past(name, audit, Evidence.hash(bytes), drawer.holds(name + ".snapshot")));
  }

  /** A file of the folder; empty where it has none of that name, or it is too large. */
  public Optional<byte[]> file(String name) {
    return drawer.read(name);
  }
}
