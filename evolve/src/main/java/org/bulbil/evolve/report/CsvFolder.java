package org.bulbil.evolve.report;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.evolve.ensemble.Round;
import org.bulbil.evolve.ensemble.Shadowed;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.world.Chronicle.DayRow;
import org.bulbil.evolve.world.Lives.Life;
import org.bulbil.evolve.world.World;

/**
 * Everything that was found, as CSV files in a folder: {@code population.csv} by day, {@code
 * ledger.csv} by week, {@code genes.csv} every four weeks, {@code lives.csv} and {@code
 * lineage.csv} by relay. Rows are written round by round; what is there after a stop is whole
 * rounds.
 */
public final class CsvFolder implements AutoCloseable {

  /** Days from one count of genes to the next. */
  private static final int CENSUS_DAYS = 28;

  private static final String BEGINNING = "breed,replicate,";

  private final BufferedWriter population;
  private final BufferedWriter ledger;
  private final BufferedWriter genes;
  private final BufferedWriter lives;
  private final BufferedWriter lineage;

  /**
   * Begins the files; those that are there are replaced.
   *
   * @throws UncheckedIOException where the folder cannot be written
   */
  public CsvFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      population =
          begin(
              folder.resolve("population.csv"),
              "day,alive,births,unpaid,accidents,banned,wills,gifts,prepaid_cents,mean_generation");
      ledger =
          begin(
              folder.resolve("ledger.csv"),
              "day,donated_sat,rent_sat,fees_sat,charity_sat,held_sat,lost_sat");
      genes = begin(folder.resolve("genes.csv"), "day,gene,copy,value,relays");
      lives = begin(folder.resolve("lives.csv"), "relay,born,ended,days,end");
      lineage =
          begin(
              folder.resolve("lineage.csv"),
              "relay,parent,generation,region,"
                  + Arrays.stream(Gene.values()).map(Gene::key).collect(Collectors.joining(",")));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no CSV files can be written to %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static BufferedWriter begin(Path file, String columns) throws IOException {
    // no channel: those are closed when Ctrl-C interrupts whoever writes
    var stream = new FileOutputStream(file.toFile());
    var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    writer.write(BEGINNING + columns + "\n");
    return writer;
  }

  /** The rows of a round. */
  public void add(Round round) {
    try {
      for (var lived : round.worlds()) {
        var beginning = lived.track().entrant().word() + "," + (round.replicate() + 1) + ",";
        population(beginning, lived.world());
        ledger(beginning, lived.track());
        genes(beginning, lived.world());
        lives(beginning, lived.world());
      }
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a CSV file cannot be written", e);
    }
  }

  private void flush() throws IOException {
    for (var file : files()) {
      file.flush();
    }
  }

  private List<BufferedWriter> files() {
    return List.of(population, ledger, genes, lives, lineage);
  }

  private void population(String beginning, World world) throws IOException {
    for (var day : world.chronicle().days()) {
      write(population, beginning, day);
    }
  }

  private static void write(BufferedWriter file, String beginning, DayRow day) throws IOException {
    line(
        file,
        beginning,
        day.day(),
        day.alive(),
        day.births(),
        day.unpaid(),
        day.accidents(),
        day.banned(),
        day.wills(),
        day.gifts(),
        day.prepaid(),
        String.format(Locale.ROOT, "%.3f", day.meanGeneration()));
  }

  private void ledger(String beginning, Track track) throws IOException {
    for (int week = 0; week < track.weeks(); week++) {
      var books = track.ledger(week);
      line(
          ledger,
          beginning,
          (week + 1) * Track.WEEK - 1,
          books.donated(),
          books.rent(),
          books.fees(),
          books.charity(),
          books.held(),
          books.lost());
    }
  }

  private void genes(String beginning, World world) throws IOException {
    for (int day = 0; day < world.day(); day += CENSUS_DAYS) {
      int on = day;
      var there =
          world
              .lives()
              .all()
              .filter(life -> life.isThereAfter(on) && life.breed() instanceof Shadowed)
              .map(life -> (Shadowed) life.breed())
              .toList();
      var start = beginning + day + ",";
      census(start, "read", there.stream().map(breed -> breed.relay().genome()).toList());
      census(start, "neutral", there.stream().map(Shadowed::shadow).toList());
    }
  }

  private void census(String start, String copy, List<Genome> genomes) throws IOException {
    for (var gene : Gene.values()) {
      Map<Integer, Integer> counts = new TreeMap<>();
      genomes.forEach(genome -> counts.merge(genome.value(gene), 1, Integer::sum));
      for (var count : counts.entrySet()) {
        line(genes, start, gene.key(), copy, count.getKey(), count.getValue());
      }
    }
  }

  private void lives(String beginning, World world) throws IOException {
    for (var life : world.lives().all().toList()) {
      int until = life.isOver() ? life.ended() : world.day();
      line(
          lives,
          beginning,
          life.id(),
          life.born(),
          life.isOver() ? life.ended() : "",
          until - life.born(),
          life.isOver() ? life.how().name().toLowerCase(Locale.ROOT) : "alive");
      line(
          lineage,
          beginning,
          life.id(),
          life.isFounder() ? "" : life.parent(),
          life.generation(),
          life.breed().region(),
          values(life));
    }
  }

  private static String values(Life life) {
    return Arrays.stream(Gene.values())
        .map(gene -> Integer.toString(life.breed().value(gene)))
        .collect(Collectors.joining(","));
  }

  private static void line(BufferedWriter file, String beginning, Object... cells)
      throws IOException {
    file.write(beginning);
    file.write(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(",")));
    file.write('\n');
  }

  @Override
  public void close() {
    try {
      for (var file : files()) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a CSV file cannot be finished", e);
    }
  }
}
