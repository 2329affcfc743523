package org.bulbil.agent.site;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a folder that make up a site, with what tells whether one has changed. Files and
 * folders whose names begin with a dot are no part of it.
 */
final class FolderList {

  /** What differs after a file was written to. */
  record Stamp(long size, FileTime changed) {}

  /** Why a folder cannot be a site. */
  static final class Unfit extends IOException {
    private static final long serialVersionUID = 1;

    Unfit(String why) {
      super(why);
    }
  }

  private FolderList() {}

  /**
   * All of {@code folder}, in order.
   *
   * @throws Unfit where something in it cannot be shown to visitors
   */
  static SortedMap<SitePath, Stamp> of(Path folder) throws IOException {
    var root = folder.toRealPath();
    var all = new TreeMap<SitePath, Stamp>();
    Files.walkFileTree(root, new Visitor(root, all));
    return all;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final SortedMap<SitePath, Stamp> all;

    Visitor(Path root, SortedMap<SitePath, Stamp> all) {
      this.root = root;
      this.all = all;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (!isHidden(file)) {
        add(file, attributes.isSymbolicLink() ? behind(file) : attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      var name = path.getFileName();
      return name != null && SitePath.isHidden(name);
    }

    private void add(Path file, BasicFileAttributes found) throws IOException {
      if (!found.isRegularFile()) {
        throw new Unfit(file + " is neither a file nor a folder; take it away");
      }
      if (all.size() == Content.FILES_MAX) {
        throw new Unfit("the folder has more than " + Content.FILES_MAX + " files");
      }
      all.put(path(file), new Stamp(found.size(), found.lastModifiedTime()));
    }

    private SitePath path(Path file) throws IOException {
      try {
        return SitePath.of(root, file);
      } catch (IllegalArgumentException e) {
        throw new Unfit(String.valueOf(e.getMessage()));
      }
    }

    /** What a link leads to: a file of the same folder, or else the link must go. */
    private BasicFileAttributes behind(Path link) throws IOException {
      if (!Files.exists(link)) {
        throw new Unfit(link + " is a link to nothing; take it away");
      }
      var target = link.toRealPath();
      if (!target.startsWith(root)) {
        throw new Unfit(
            link + " is a link out of the folder; put a copy there of what it leads to");
      }
      if (Files.isDirectory(target)) {
        throw new Unfit(link + " is a link to a folder; put a copy there of what it leads to");
      }
      return Files.readAttributes(target, BasicFileAttributes.class);
    }
  }
}
