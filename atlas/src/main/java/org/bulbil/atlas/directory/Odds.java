package org.bulbil.atlas.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.RouterStatus;

/**
 * How likely a client is to choose a relay, by the rules of Onionoo: its weight for each position
 * over the sum of all running relays' weights for it.
 *
 * @param fraction of all weight, whatever the position; 0 to 1, as all of them
 * @see <a href="https://spec.torproject.org/dir-spec/consensus-formats.html">bandwidth-weights</a>
 */
public record Odds(double fraction, double guard, double middle, double exit) {

  /** Ten-thousandths, in which a consensus writes its factors. */
  private static final double SCALE = 10_000;

  /** Of every running relay of a consensus. */
  public static Map<Fingerprint, Odds> of(Consensus consensus) {
    var factors = consensus.positionWeights();
    var weights = new HashMap<Fingerprint, Odds>();
    consensus.running().forEach(relay -> weights.put(relay.fingerprint(), weights(relay, factors)));
    var sums =
        new Odds(
            sum(weights, Odds::fraction),
            sum(weights, Odds::guard),
            sum(weights, Odds::middle),
            sum(weights, Odds::exit));
    weights.replaceAll((_, weight) -> weight.over(sums));
    return weights;
  }

  private static double sum(Map<Fingerprint, Odds> weights, ToDoubleFunction<Odds> part) {
    return weights.values().stream().mapToDouble(part).sum();
  }

  private static Odds weights(RouterStatus relay, Map<String, Integer> factors) {
    double weight = relay.weight().kilobytesPerSecond();
    boolean isGuard = relay.has(Flag.GUARD);
    boolean isExit = relay.has(Flag.EXIT) && !relay.has(Flag.BAD_EXIT);
    var kind = kind(isGuard, isExit);
    return new Odds(
        weight,
        isGuard ? weight * factor(factors, "Wg" + kind) : 0,
        weight * factor(factors, "Wm" + kind),
        isExit ? weight * factor(factors, "We" + kind) : 0);
  }

  /** The letter by which bandwidth-weights name what a relay can be. */
  private static char kind(boolean isGuard, boolean isExit) {
    if (isGuard) {
      return isExit ? 'd' : 'g';
    }
    return isExit ? 'e' : 'm';
  }

  /** 1 where a consensus has no such factor, as in a network that is too small for them. */
  private static double factor(Map<String, Integer> factors, String name) {
    return Optional.ofNullable(factors.get(name)).map(found -> found / SCALE).orElse(1.0);
  }

  private Odds over(Odds sums) {
    return new Odds(
        share(fraction, sums.fraction),
        share(guard, sums.guard),
        share(middle, sums.middle),
        share(exit, sums.exit));
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
