package org.bulbil.evolve.contest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bulbil.core.genome.Genome;
import org.bulbil.evolve.gift.Gifts;
import org.bulbil.evolve.replay.Conditions;
import org.bulbil.evolve.replay.Conditions.Delay;
import org.bulbil.evolve.replay.Conditions.Invoices;
import org.bulbil.evolve.replay.Keeper;
import org.bulbil.evolve.replay.Life;
import org.bulbil.evolve.replay.Replay;
import org.bulbil.evolve.rule.Clairvoyant;
import org.bulbil.evolve.rule.Periodic;
import org.bulbil.evolve.rule.Ruled;

/** What is compared: our policy, rivals' rules, and bounds that nobody can reach. */
public sealed interface Contender {

  /** The production policy with the genome of a founder. */
  Contender BULBIL = new Keeping("bulbil", Ruled.production(Genome.founder("any", "any")));

  /** The rule of 2017: seven days at a time, paid with everything that there is. */
  Contender ORIGINAL = new Keeping("original", Periodic.ORIGINAL);

  /** One payment a month into credit. */
  Contender TOKEN30 = new Keeping("token30", Periodic.TOKEN30);

  /** The bound of who knows the fees of the next month. */
  Contender CLAIRVOYANT30 = new Bound("clairvoyant30", new Clairvoyant(30));

  /** The bound of who knows the fees of the next year. */
  Contender CLAIRVOYANT365 = new Bound("clairvoyant365", new Clairvoyant(365));

  /** All of them, ours last. */
  List<Contender> ALL = List.of(ORIGINAL, TOKEN30, CLAIRVOYANT30, CLAIRVOYANT365, BULBIL);

  /** As people type it. */
  String name();

  /** What becomes of a relay in these circumstances. */
  Life live(Replay replay, Gifts gifts);

  /**
   * The conditions under which figures of it are published: rivals' without smallest invoice and
   * without waiting for blocks, which is easier.
   */
  Conditions customary(Conditions usual);

  /** The named one; {@link IllegalArgumentException} lists the names. */
  static Contender named(String name) {
    return ALL.stream()
        .filter(contender -> contender.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    var names = ALL.stream().map(Contender::name).collect(Collectors.joining(", "));
    return "there is no policy '%s'; there are %s".formatted(name, names);
  }

  /** One that keeps a relay. */
  record Keeping(String name, Keeper keeper) implements Contender {

    @Override
    public Conditions customary(Conditions usual) {
      return keeper instanceof Ruled ? usual : usual.with(Invoices.ANY_AMOUNT).with(Delay.NONE);
    }

    @Override
    public Life live(Replay replay, Gifts gifts) {
      return replay.live(gifts, keeper);
    }
  }

  /** One that only says what would be best. */
  record Bound(String name, Clairvoyant clairvoyant) implements Contender {

    @Override
    public Conditions customary(Conditions usual) {
      return usual;
    }

    @Override
    public Life live(Replay replay, Gifts gifts) {
      return clairvoyant.live(replay, gifts);
    }
  }
}
