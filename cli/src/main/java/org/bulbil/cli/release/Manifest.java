package org.bulbil.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.cli.bundle.Version;
import org.bulbil.hosting.bootstrap.BundleHash;

/**
 * What is in a release: a version and its files. Its lines {@code SHA256 (NAME) = …} are those that
 * {@code sha256sum --check} reads.
 *
 * @param version such as 0.1.0
 * @param files sorted by name
 */
record Manifest(String version, List<Item> files) {

  static final String NAME = "release.txt";
  static final String SIGNATURE = NAME + ".sig";

  /** Far more than a release has; a manifest is read whole. */
  private static final int FILES_MAX = 100;

  private static final Pattern FIRST = Pattern.compile("bulbil (\\S{1,40})");
  private static final Pattern HASH =
      Pattern.compile("SHA256 \\(([A-Za-z0-9][A-Za-z0-9._+-]{0,200})\\) = ([0-9a-f]{64})");
  private static final Pattern SIZE = Pattern.compile("SIZE \\((.+)\\) = (\\d{1,15})");

  /** A file by name, content and length in bytes. */
  record Item(String name, BundleHash hash, long size) {}

  Manifest {
    files = List.copyOf(files);
    if (files.isEmpty() || files.size() > FILES_MAX) {
      throw new IllegalArgumentException(
          "a release has 1 to " + FILES_MAX + " files, not " + files.size());
    }
  }

  /** Of the files in {@code folder} as they are; links and an earlier manifest do not count. */
  static Manifest of(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      var items = new ArrayList<Item>();
      for (var file : found.filter(Manifest::belongs).sorted().toList()) {
        items.add(new Item(file.getFileName().toString(), BundleHash.of(file), Files.size(file)));
      }
      return new Manifest(Version.NUMBER, items);
    }
  }

  private static boolean belongs(Path file) {
    var name = file.getFileName().toString();
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !name.equals(NAME)
        && !name.equals(SIGNATURE);
  }

  String text() {
    return files.stream()
        .map(
            item ->
                "SHA256 (%1$s) = %2$s\nSIZE (%1$s) = %3$d\n"
                    .formatted(item.name(), item.hash(), item.size()))
        .collect(Collectors.joining("", "bulbil " + version + "\n", ""));
  }

  /**
   * Reads {@link #text} back.
   *
   * @throws IllegalArgumentException where it is anything else
   */
  static Manifest parse(String text) {
    var lines = text.lines().toList();
    var first = FIRST.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!first.matches() || lines.size() % 2 != 1) {
      throw new IllegalArgumentException("this is no manifest of a release");
    }
    var items = new ArrayList<Item>();
    for (int line = 1; line < lines.size(); line += 2) {
      items.add(item(lines.get(line), lines.get(line + 1)));
    }
    return new Manifest(first.group(1), items);
  }

  private static Item item(String hashLine, String sizeLine) {
    var hash = HASH.matcher(hashLine);
    var size = SIZE.matcher(sizeLine);
    if (!hash.matches() || !size.matches() || !hash.group(1).equals(size.group(1))) {
      throw new IllegalArgumentException("a manifest cannot say: " + hashLine + " / " + sizeLine);
    }
    return new Item(hash.group(1), new BundleHash(hash.group(2)), Long.parseLong(size.group(2)));
  }

  /** What is wrong with the files in {@code folder}; nothing where all are as they should be. */
  List<String> faults(Path folder) throws IOException {
    var faults = new ArrayList<String>();
    for (var item : files) {
      var file = folder.resolve(item.name());
      if (!Files.isRegularFile(file)) {
        faults.add(item.name() + " is missing");
      } else if (Files.size(file) != item.size() || !BundleHash.of(file).equals(item.hash())) {
        faults.add(item.name() + " is not the file that was released");
      }
    }
    return faults;
  }
}
