package org.bulbil.atlas.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bulbil.atlas.history.Chronicle;
import org.bulbil.atlas.history.Division;
import org.bulbil.atlas.history.Observation;
import org.bulbil.atlas.history.Series;
import org.bulbil.tor.directory.BandwidthHistory;
import org.bulbil.tor.directory.ExtraInfo;

/** What was observed of one relay, by the names of Onionoo's series. */
final class Diary {

  private static final String UPTIME = "uptime";
  private static final String FLAGS = "flags.";
  private static final String WRITTEN = "write_history";
  private static final String READ = "read_history";

  private final Map<String, Track> tracks = new LinkedHashMap<>();

  /** The kept text; a diary that cannot be read is begun anew. */
  static Diary of(Optional<byte[]> kept) {
    var diary = new Diary();
    kept.flatMap(DiaryBytes::read)
        .ifPresent(read -> read.forEach((name, seen) -> diary.tracks.put(name, track(name, seen))));
    return diary;
  }

  private static Track track(String name, List<Observation> seen) {
    return new Track(division(name), seen);
  }

  private static Division division(String name) {
    return name.equals(UPTIME) || name.startsWith(FLAGS) ? Division.DIVISIBLE : Division.WHOLE;
  }

  boolean isEmpty() {
    return tracks.isEmpty();
  }

  boolean hasTraffic() {
    return tracks.containsKey(WRITTEN) || tracks.containsKey(READ);
  }

  private void add(String name, Instant from, Instant to, double mean) {
    tracks.computeIfAbsent(name, _ -> track(name, List.of())).add(new Observation(from, to, mean));
  }

  /** Adds a consensus in which the relay was, or was not; before it ever was, that is nothing. */
  void add(Roll roll, Optional<Roll.Presence> found) {
    if (found.isEmpty() && !tracks.containsKey(UPTIME)) {
      return;
    }
    BiConsumer<String, Double> note = (name, mean) -> add(name, roll.from(), roll.to(), mean);
    note.accept(UPTIME, found.filter(Roll.Presence::isRunning).isPresent() ? 1.0 : 0.0);
    flags(found, note);
    found.ifPresent(presence -> weights(presence, note));
  }

  private void flags(Optional<Roll.Presence> found, BiConsumer<String, Double> note) {
    var has = found.map(Roll.Presence::flags).orElse(List.of());
    tracks.keySet().stream()
        .filter(name -> name.startsWith(FLAGS) && !has.contains(name.substring(FLAGS.length())))
        .toList()
        .forEach(name -> note.accept(name, 0.0));
    has.forEach(flag -> note.accept(FLAGS + flag, 1.0));
  }

  private static void weights(Roll.Presence presence, BiConsumer<String, Double> note) {
    note.accept("consensus_weight", (double) presence.weight());
    presence
        .odds()
        .ifPresent(
            odds -> {
              note.accept("consensus_weight_fraction", odds.fraction());
              note.accept("guard_probability", odds.guard());
              note.accept("middle_probability", odds.middle());
              note.accept("exit_probability", odds.exit());
            });
  }

  /** Adds what the relay has counted of itself and is not known yet. */
  void add(ExtraInfo info) {
    info.written().ifPresent(history -> add(WRITTEN, history));
    info.read().ifPresent(history -> add(READ, history));
  }

  private void add(String name, BandwidthHistory history) {
    var from = history.begin();
    double seconds = history.interval().toSeconds();
    for (long bytes : history.bytes()) {
      var to = from.plus(history.interval());
      add(name, from, to, bytes / seconds);
      from = to;
    }
  }

  /** Adds traffic that was measured in between, in bytes a second. */
  void addTraffic(Instant from, Instant to, double read, double written) {
    add(READ, from, to, read);
    add(WRITTEN, from, to, written);
  }

  /** The series of a document; none where there is nothing to draw. */
  List<Series> series(Chronicle chronicle, Instant end) {
    var series = new ArrayList<Series>();
    tracks.forEach(
        (name, track) -> {
          if (chronicle(name) == chronicle) {
            var graphs = YoungGraphs.series(chronicle, name, end, track.seen());
            if (!graphs.graphs().isEmpty()) {
              series.add(graphs);
            }
          }
        });
    return series;
  }

  private static Chronicle chronicle(String name) {
    if (division(name) == Division.DIVISIBLE) {
      return Chronicle.UPTIME;
    }
    return name.equals(WRITTEN) || name.equals(READ) ? Chronicle.BANDWIDTH : Chronicle.WEIGHTS;
  }

  /** For {@link #of}, with what is old made coarser. */
  byte[] kept(Instant now) {
    var seen = new LinkedHashMap<String, List<Observation>>();
    tracks.forEach(
        (name, track) -> {
          track.thin(now);
          seen.put(name, track.seen());
        });
    return DiaryBytes.write(seen);
  }
}
