package org.bulbil.cli.pledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeCheck;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.outcome.Outcome;

/** A campaign's file, and the folder with the pledges that came in. */
final class Papers {

  /** Files of one folder; more donors need another tool. */
  private static final int FILES_MAX = 2_000;

  private Papers() {}

  /**
   * A file of the folder, and what became of it.
   *
   * @param pledge empty where the file holds none
   * @param fault empty where it counts
   */
  record Paper(String name, Optional<Pledge> pledge, Optional<String> fault) {}

  static Campaign campaign(Path file) {
    return answer(file, PledgeFiles.campaign(read(file, PledgeFiles.BYTES_MAX)));
  }

  private static <T> T answer(Path file, Outcome<T> outcome) {
    return outcome
        .answer()
        .orElseThrow(() -> new Trouble("%s: %s".formatted(file, words(outcome))));
  }

  static String words(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done -> done.summary();
      case Outcome.Refused<?>(String why, _) -> why;
      case Outcome.Unknown<?>(String why) -> why;
    };
  }

  static byte[] read(Path file, int bytesMax) {
    try {
      if (Files.size(file) > bytesMax) {
        throw new Trouble("%s is longer than %d bytes".formatted(file, bytesMax));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble("%s cannot be read: %s".formatted(file, e));
    }
  }

  /**
   * Everything in the folder that ends in {@code .json}, checked against the campaign and the
   * chain, in order of names; of two with one coin the first counts.
   *
   * @throws Trouble where the chain cannot be asked: unknown is not good
   */
  static List<Paper> all(Path folder, Campaign campaign, ChainSource chain) {
    var papers = new ArrayList<Paper>();
    Map<OutPoint, String> seen = new LinkedHashMap<>();
    for (var file : files(folder)) {
      var name = String.valueOf(file.getFileName());
      var paper = paper(name, read(file, PledgeFiles.BYTES_MAX), campaign, chain);
      papers.add(paper.fault().isPresent() ? paper : once(paper, seen));
    }
    return papers;
  }

  private static List<Path> files(Path folder) {
    try (var entries = Files.list(folder)) {
      var files = entries.filter(it -> it.toString().endsWith(".json")).sorted().toList();
      if (files.size() > FILES_MAX) {
        throw new Trouble("%s holds more than %d files".formatted(folder, FILES_MAX));
      }
      return files;
    } catch (IOException e) {
      throw new Trouble("the folder %s cannot be read: %s".formatted(folder, e));
    }
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

  private static Paper paper(String name, byte[] bytes, Campaign campaign, ChainSource chain) {
    var read = PledgeFiles.pledge(bytes);
    if (!(read instanceof Outcome.Done<Pledge>(Pledge pledge))) {
      return new Paper(name, Optional.empty(), Optional.of(words(read)));
    }
    var fault = PledgeCheck.fault(campaign, pledge).or(() -> onChain(chain, pledge));
    return new Paper(name, Optional.of(pledge), fault);
  }

  private static Optional<String> onChain(ChainSource chain, Pledge pledge) {
    return switch (PledgeCheck.faultOnChain(chain, pledge)) {
      case Outcome.Done<Optional<String>>(Optional<String> fault) -> fault;
      case Outcome.Refused<Optional<String>> _ -> Optional.of("the chain does not know its coin");
      case Outcome.Unknown<Optional<String>>(String why) ->
          throw new Trouble("the coin %s cannot be looked up (%s)".formatted(pledge.coin(), why));
    };
  }

  /** Those that count. */
  static List<Pledge> good(List<Paper> papers) {
    return papers.stream()
        .filter(paper -> paper.fault().isEmpty())
        .map(paper -> paper.pledge().orElseThrow())
        .toList();
  }
}
