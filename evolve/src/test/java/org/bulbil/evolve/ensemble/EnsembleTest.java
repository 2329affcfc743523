package org.bulbil.evolve.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.core.genome.Gene;
import org.bulbil.evolve.world.Asking;
import org.bulbil.evolve.world.Course;
import org.bulbil.evolve.world.Course.Purses;
import org.bulbil.evolve.world.Crew;
import org.bulbil.evolve.world.Scenario;
import org.bulbil.evolve.world.Scenarios;
import org.bulbil.evolve.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest {

  private static final long SEED = Long.getLong("seed", 3);
  private static final Scenario SMALL = Scenarios.founders28();

  private static Design design(int replicates, Entrant... entrants) {
    return new Design(SMALL, List.of(entrants), 250, replicates, SEED, Purses.FULL);
  }

  private static List<Round> run(Design design, int threads) {
    System.out.println("seed " + SEED);
    var rounds = new ArrayList<Round>();
    new Ensemble(design, threads).run(rounds::add);
    return rounds;
  }

  private static List<Long> hashes(List<Round> rounds) {
    return rounds.stream()
        .flatMap(round -> round.worlds().stream())
        .map(lived -> lived.track().hash())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void worldsAreTheSameForAnyNumberOfThreads(int threads) {
    // Aim: also where there are more threads than worlds, and a world has several.
    var design = design(2, Entrant.values());
    assertThat(hashes(run(design, threads))).isEqualTo(hashes(run(design, 1)));
  }

  @Test
  void roundsComeInOrderWithTheirSeeds() {
    // Aim: files are written in the same order on every machine.
    var rounds = run(design(5, Entrant.BULBIL), 3);
    assertThat(rounds).extracting(Round::replicate).containsExactly(0, 1, 2, 3, 4);
    assertThat(rounds).extracting(Round::seed).doesNotHaveDuplicates().startsWith(SEED);
    assertThat(hashes(rounds)).doesNotHaveDuplicates();
  }

  @Test
  void allBreedsOfARoundAreGivenTheSame() {
    // Aim: differences within a round are the breeds', not luck's.
    for (var round : run(design(2, Entrant.values()), 2)) {
      assertThat(round.worlds())
          .extracting(lived -> lived.track().books().donated())
          .containsOnly(round.worlds().getFirst().track().books().donated());
    }
  }

  @Test
  void aShadowChangesNothing() {
    // Aim: the relays of an ensemble live as those of a world without neutral controls.
    try (var crew = new Crew(1)) {
      var course = new Course(SEED, Purses.FULL, Asking.DUE, 0);
      var plain = World.ofBulbils(SMALL, SMALL.steadyClimate(), course, crew);
      plain.run(250);
      assertThat(hashes(run(design(1, Entrant.BULBIL), 1))).containsExactly(plain.hash());
    }
  }

  @Test
  void aShadowMutatesAsOftenAsTheGenome() {
    // Aim: the control is a control: as many births change it as change what is read.
    var design = new Design(SMALL, List.of(Entrant.BULBIL), 1500, 2, SEED, Purses.LIGHT);
    int births = 0;
    int read = 0;
    int neutral = 0;
    for (var round : run(design, 2)) {
      var lives = round.worlds().getFirst().world().lives();
      for (var life : lives.all().filter(life -> !life.isFounder()).toList()) {
        var child = (Shadowed) life.breed();
        var parent = (Shadowed) lives.get(life.parent()).breed();
        births++;
        read += child.relay().genome().values().equals(parent.relay().genome().values()) ? 0 : 1;
        neutral += child.shadow().values().equals(parent.shadow().values()) ? 0 : 1;
      }
    }
    double share = (double) Gene.values().length / (Gene.values().length + 2) * 0.2;
    double deviation = Math.sqrt(births * share * (1 - share));
    assertThat(births).isGreaterThan(300);
    assertThat(read - births * share).isBetween(-4 * deviation, 4 * deviation);
    assertThat(neutral - births * share).isBetween(-4 * deviation, 4 * deviation);
  }

  @Test
  void whatIsOverWhenItIsInterruptedStays() {
    // Aim: Ctrl-C after the second round leaves two whole rounds, and no half one.
    var design = design(50, Entrant.BULBIL, Entrant.MYCELIUM);
    var ensemble = new Ensemble(design, 2);
    var rounds = new ArrayList<Round>();
    ensemble.run(
        round -> {
          rounds.add(round);
          if (rounds.size() == 2) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(rounds).hasSize(2).allSatisfy(round -> assertThat(round.worlds()).hasSize(2));
    assertThat(ensemble.progress().rounds()).isEqualTo(2);
    assertThat(hashes(rounds))
        .isEqualTo(hashes(run(design(2, Entrant.BULBIL, Entrant.MYCELIUM), 1)));
  }

  /** The next round was handed out too where it was over already. */
  @Test
  void aRoundThatIsOverAlreadyDoesNotFollowAnInterruption() {
    var ensemble = new Ensemble(design(50, Entrant.BULBIL), 2);
    var rounds = new ArrayList<Round>();
    ensemble.run(
        round -> {
          rounds.add(round);
          await(ensemble, 3 / 50.0); // As many rounds are begun ahead by two threads.
          Thread.currentThread().interrupt();
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(rounds).hasSize(1);
  }

  private static void await(Ensemble ensemble, double share) {
    var deadline = Instant.now().plusSeconds(60);
    while (ensemble.progress().share() < share && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(ensemble.progress().share()).isGreaterThanOrEqualTo(share);
  }

  @Test
  void everyRelayIsInTheSurvivalCurveOnce() {
    // Aim: ends and those still alive together are all lives; books add up.
    var lived = run(design(1, Entrant.BULBIL), 1).getFirst().worlds().getFirst();
    assertThat(lived.track().survival().lives()).isEqualTo(lived.world().lives().count());
    assertThat(lived.track().books().difference()).isZero();
    assertThat(lived.track().alive(249)).isEqualTo(lived.world().alive());
  }

  @Test
  void whatTheNetworkKnowsIsWorkedOutDayByDay() {
    // Aim: the same as asking each relay each day how old it is.
    var lived = run(design(1, Entrant.BULBIL), 1).getFirst().worlds().getFirst();
    double sum = 0;
    for (int day = 0; day < 250; day++) {
      for (var life : lived.world().lives().all().toList()) {
        boolean there = life.born() <= day && (!life.isOver() || life.ended() > day);
        sum += there ? SMALL.giving().ramp().load(day - life.born()) : 0;
      }
    }
    assertThat(lived.track().known()).isCloseTo(sum / 250, within(1e-9)).isPositive();
  }

  @Test
  void impossibleDesignsAreRefused() {
    // Aim: by field and rule.
    assertThatThrownBy(() -> design(0, Entrant.BULBIL))
        .hasMessage("replicates must be 1 to 10000, not 0");
    assertThatThrownBy(() -> design(1, Entrant.BULBIL, Entrant.BULBIL))
        .hasMessageContaining("once");
    assertThatThrownBy(() -> new Ensemble(design(1, Entrant.BULBIL), 0))
        .hasMessage("threads must be 1 to 1024, not 0");
    assertThatThrownBy(() -> Entrant.named("bulbl"))
        .hasMessage("there is no breed 'bulbl'; there are bulbil, original, mycelium");
  }
}
