package org.bulbil.atlas.pledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.PledgeBox;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.core.time.Time;

/**
 * Campaigns as a folder: {@code NAME.json} is a campaign, and in the folder {@code NAME} beside it
 * is what came in. Whoever keeps the map puts campaigns there; what is none is passed over.
 */
public final class PledgeBoard {

  private static final System.Logger LOG = System.getLogger(PledgeBoard.class.getName());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.json");

  /** On one page, those first whose names sort first. */
  private static final int COUNT_MAX = 50;

  private final Path folder;
  private final Optional<ChainSource> chain;
  private final Executor worker;
  private final Time time;
  private final Map<String, Drive> known = new ConcurrentHashMap<>();

  /**
   * Campaigns of a folder, which may not be there yet.
   *
   * @param chain where pledged coins are looked up; without one no pledge counts
   * @param worker looks them up
   */
  public PledgeBoard(Path folder, Optional<ChainSource> chain, Executor worker, Time time) {
    this.folder = folder;
    this.chain = chain;
    this.worker = worker;
    this.time = time;
  }

  /** All of them, in order of the names of their files. */
  public List<Drive> drives() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(Comparator.naturalOrder())
          .limit(COUNT_MAX)
          .flatMap(file -> drive(file).stream())
          .toList();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot list {0}: {1}", folder, e.getMessage());
      return List.of();
    }
  }

  /** The one with this id. */
  public Optional<Drive> drive(String id) {
    return drives().stream().filter(drive -> drive.campaign().id().equals(id)).findFirst();
  }

  private Optional<Drive> drive(Path file) {
    return campaign(file)
        .map(
            campaign ->
                known.computeIfAbsent(file + " " + campaign.id(), _ -> drive(campaign, box(file))));
  }

  private Drive drive(Campaign campaign, Path box) {
    return new Drive(new PledgeBox(box, campaign), new CoinNews(chain, worker, time), time);
  }

  private static Path box(Path file) {
    return file.resolveSibling(String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""));
  }

  private static Optional<Campaign> campaign(Path file) {
    try {
      return Files.size(file) <= PledgeFiles.BYTES_MAX
          ? PledgeFiles.campaign(Files.readAllBytes(file)).answer()
          : Optional.empty();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read {0}: {1}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
