package org.bulbil.evolve.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.ensemble.Entrant;
import org.bulbil.evolve.ensemble.Round;
import org.bulbil.evolve.ensemble.Track;
import org.bulbil.evolve.statistics.Interval;

/** The rounds of a design that are over. */
public final class Results {

  private final Design design;
  private final List<List<Track>> tracks = new ArrayList<>();
  private Optional<Pedigree> pedigree = Optional.empty();
  private int rounds;

  public Results(Design design) {
    this.design = design;
    design.entrants().forEach(_ -> tracks.add(new ArrayList<>()));
  }

  public void add(Round round) {
    if (rounds == 0) {
      pedigree = Optional.of(Pedigree.of(round.worlds().getFirst().world()));
    }
    for (int i = 0; i < tracks.size(); i++) {
      tracks.get(i).add(round.worlds().get(i).track());
    }
    rounds++;
  }

  public Design design() {
    return design;
  }

  /** How many rounds are over. */
  public int rounds() {
    return rounds;
  }

  /** Whether all rounds of the design are here, and none was left out. */
  public boolean isComplete() {
    return rounds == design.replicates();
  }

  /** One track for each round. */
  public List<Track> of(Entrant entrant) {
    return Collections.unmodifiableList(tracks.get(design.entrants().indexOf(entrant)));
  }

  /** Families of the first entrant in the first round; empty before that is over. */
  Optional<Pedigree> pedigree() {
    return pedigree;
  }

  /** The mean of something over all rounds. */
  Interval mean(Entrant entrant, ToDoubleFunction<Track> value) {
    return Interval.ofMean(values(entrant, value));
  }

  /** The mean difference between two entrants who shared their luck. */
  Interval difference(Entrant these, Entrant those, ToDoubleFunction<Track> value) {
    return Interval.ofPairs(values(these, value), values(those, value));
  }

  private double[] values(Entrant entrant, ToDoubleFunction<Track> value) {
    return of(entrant).stream().mapToDouble(value).toArray();
  }
}
