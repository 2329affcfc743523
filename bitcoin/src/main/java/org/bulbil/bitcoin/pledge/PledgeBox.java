package org.bulbil.bitcoin.pledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.core.outcome.Outcome;

/**
 * The pledges that came in for a campaign: a folder, and in it a file for each that ends in {@code
 * .json}.
 */
public record PledgeBox(Path folder, Campaign campaign) {

  /** Files of one folder; more donors need another tool. */
  private static final int FILES_MAX = 2_000;

  private static final String ENDING = ".json";

  /**
   * A file of the folder, and what became of it.
   *
   * @param pledge empty where the file holds none
   * @param fault empty where it counts
   */
  public record Paper(String name, Optional<Pledge> pledge, Optional<String> fault) {}

  /**
   * All of them, in order of names; of several with one coin the first good one counts.
   *
   * @param onChain what the chain says against a pledge that is good by itself
   * @throws IOException where the folder or a file cannot be read, or there are too many
   */
  public List<Paper> papers(Function<Pledge, Optional<String>> onChain) throws IOException {
    var papers = new ArrayList<Paper>();
    Map<OutPoint, String> seen = new LinkedHashMap<>();
    for (var file : files()) {
      var paper = paper(String.valueOf(file.getFileName()), bytes(file), onChain);
      papers.add(paper.fault().isPresent() ? paper : once(paper, seen));
    }
    return papers;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    try (var entries = Files.list(folder)) {
      var files = entries.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
      if (files.size() > FILES_MAX) {
        throw new IOException("%s holds more than %d files".formatted(folder, FILES_MAX));
      }
      return files;
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > PledgeFiles.BYTES_MAX) {
      throw new IOException("%s is longer than %d bytes".formatted(file, PledgeFiles.BYTES_MAX));
    }
    return Files.readAllBytes(file);
  }

  private Paper paper(String name, byte[] bytes, Function<Pledge, Optional<String>> onChain) {
    var read = PledgeFiles.pledge(bytes);
    return read instanceof Outcome.Done<Pledge>(Pledge pledge)
        ? new Paper(
            name,
            Optional.of(pledge),
            PledgeCheck.fault(campaign, pledge).or(() -> onChain.apply(pledge)))
        : new Paper(name, Optional.empty(), Optional.of(why(read)));
  }

  private static String why(Outcome<Pledge> read) {
    return read instanceof Outcome.Refused<Pledge>(String why, _) ? why : read.summary();
  }

  private static Paper once(Paper paper, Map<OutPoint, String> seen) {
    var coin = paper.pledge().orElseThrow().coin();
    var before = seen.putIfAbsent(coin, paper.name());
    return before == null
        ? paper
        : new Paper(
            paper.name(),
            paper.pledge(),
            Optional.of("its coin is pledged already by %s".formatted(before)));
  }

  /** Those that count. */
  public static List<Pledge> good(List<Paper> papers) {
    return papers.stream()
        .filter(paper -> paper.fault().isEmpty())
        .map(paper -> paper.pledge().orElseThrow())
        .toList();
  }

  /**
   * Keeps a pledge as a file of its own, whole or not at all; the same one twice is one file.
   *
   * @return the file's name; refused where the folder is full
   * @throws IOException where the disk refuses
   */
  public Outcome<String> keep(Pledge pledge) throws IOException {
    Files.createDirectories(folder);
    var name = "%s-%d%s".formatted(pledge.coin().transaction(), pledge.coin().index(), ENDING);
    if (files().size() >= FILES_MAX && !Files.exists(folder.resolve(name))) {
      return Outcome.refused("the campaign has %d pledges already".formatted(FILES_MAX), 0);
    }
    var fresh = Files.createTempFile(folder, "pledge", ".new");
    Files.write(fresh, PledgeFiles.write(pledge).getBytes(StandardCharsets.UTF_8));
    Files.move(
        fresh,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    return Outcome.done(name);
  }
}
