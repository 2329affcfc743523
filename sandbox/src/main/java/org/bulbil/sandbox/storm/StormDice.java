package org.bulbil.sandbox.storm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.witness.Relay;

/**
 * When a storm strikes, and what. The same seed and the same relays give the same storm. Of ten
 * strikes at processes five hit an agent, three a tor, two the provider; where the chain is in
 * reach, every third strike hits that; where servers are, every tenth takes one away.
 */
final class StormDice {

  /** The longest pause in means: an exponential draw exceeds it once in twenty thousand. */
  private static final int PAUSE_MAX = 10;

  /** Shorter than an agent's patience with a server, and long enough to be met by some. */
  private static final Duration OUTAGE_MIN = Duration.ofSeconds(1);

  private static final Duration OUTAGE_MAX = Duration.ofSeconds(6);

  private static final int CHAIN_SERVERS = 2;
  private static final int DEPTH_MAX = 3;
  private static final int SERVER_ONE_IN = 10;

  private final StormSettings settings;
  private final RandomGenerator random;

  StormDice(StormSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** Time until the next strike, exponentially distributed. */
  Duration pause() {
    var means = Math.min(random.nextExponential(), PAUSE_MAX);
    return Duration.ofMillis(Math.round(settings.pause().toMillis() * means));
  }

  /** The next strike; empty where it would hit a relay and there is none. */
  Optional<Strike> strike(List<Relay> living) {
    return switch (settings.reach()) {
      case PROCESSES -> atProcess(living);
      case CHAIN_TOO -> random.nextInt(3) == 0 ? Optional.of(atChain()) : atProcess(living);
      case SERVERS_TOO ->
          living.size() > 1 && random.nextInt(SERVER_ONE_IN) == 0
              ? anyOf(living).map(Strike.Server::new)
              : atProcess(living);
    };
  }

  private Optional<Strike> atProcess(List<Relay> living) {
    int drawn = random.nextInt(10);
    if (drawn < 2) {
      return Optional.of(new Strike.Provider(moment(), outage()));
    }
    return anyOf(living).map(relay -> drawn < 7 ? new Strike.Agent(relay) : new Strike.Tor(relay));
  }

  private Optional<Relay> anyOf(List<Relay> living) {
    return living.isEmpty()
        ? Optional.empty()
        : Optional.of(living.get(random.nextInt(living.size())));
  }

  private Moment moment() {
    return switch (random.nextInt(3)) {
      case 0 -> Moment.AT_ONCE;
      case 1 -> Moment.BEFORE_AN_ACT;
      default -> Moment.AFTER_AN_ACT;
    };
  }

  private Duration outage() {
    return Duration.ofMillis(random.nextLong(OUTAGE_MIN.toMillis(), OUTAGE_MAX.toMillis() + 1));
  }

  private Strike atChain() {
    return switch (random.nextInt(3)) {
      case 0 -> new Strike.Cut(random.nextInt(CHAIN_SERVERS), outage());
      case 1 -> new Strike.Eviction();
      default -> new Strike.Reorganisation(random.nextInt(1, DEPTH_MAX + 1));
    };
  }

  /** One of {@code count} things, from 0. */
  int lot(int count) {
    return random.nextInt(count);
  }
}
