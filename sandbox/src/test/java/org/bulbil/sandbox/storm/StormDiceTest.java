package org.bulbil.sandbox.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.storm.StormSettings.Reach;
import org.bulbil.sandbox.witness.Relay;
import org.junit.jupiter.api.Test;

/** A storm is one of chance with a seed: everything is hit, in the shares that are promised. */
final class StormDiceTest {

  private static final long SEED = Long.getLong("seed", 4711);
  private static final int DRAWS = 6000;
  private static final List<Relay> RELAYS = List.of(relay("anna"), relay("ben"), relay("cleo"));

  private static Relay relay(String hostname) {
    return new Relay(
        new MachineId("m"),
        Token.NOBODY,
        hostname,
        "ewr",
        0,
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static StormDice dice(Reach reach) {
    var settings = new StormSettings(Duration.ofSeconds(6), reach);
    return new StormDice(settings, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
  }

  private static List<Strike> strikes(Reach reach, List<Relay> living) {
    var dice = dice(reach);
    return IntStream.range(0, DRAWS).boxed().flatMap(_ -> dice.strike(living).stream()).toList();
  }

  private static Map<String, Long> shares(List<Strike> strikes) {
    return strikes.stream().collect(Collectors.groupingBy(Strike::what, Collectors.counting()));
  }

  /** Five, three and two of ten. */
  @Test
  void processesAreHitInTheirShares() {
    var shares = shares(strikes(Reach.PROCESSES, RELAYS));
    assertThat(shares).as("seed %d", SEED).containsOnlyKeys("agent", "tor", "provider");
    assertThat(shares.get("agent")).isCloseTo(DRAWS * 5 / 10, within(200L));
    assertThat(shares.get("tor")).isCloseTo(DRAWS * 3 / 10, within(200L));
    assertThat(shares.get("provider")).isCloseTo(DRAWS * 2 / 10, within(200L));
  }

  @Test
  void theChainIsHitByEveryThirdStrikeWhereItIsInReach() {
    var chain = List.of("chain-server", "payment", "blocks");
    var hits = strikes(Reach.CHAIN_TOO, RELAYS).stream().filter(it -> chain.contains(it.what()));
    assertThat(hits.count()).as("seed %d", SEED).isCloseTo(DRAWS / 3, within(200L));
  }

  /** Each relay, each moment of the provider, each server, each depth of one to three. */
  @Test
  void nobodyIsSpared() {
    var strikes = strikes(Reach.CHAIN_TOO, RELAYS);
    var agents = of(Strike.Agent.class, strikes).map(Strike.Agent::relay);
    assertThat(agents).containsAll(RELAYS);
    assertThat(of(Strike.Tor.class, strikes).map(Strike.Tor::relay)).containsAll(RELAYS);
    var moments = of(Strike.Provider.class, strikes).map(Strike.Provider::moment);
    assertThat(moments.distinct()).containsExactlyInAnyOrder(Moment.values());
    var servers = of(Strike.Cut.class, strikes).map(Strike.Cut::server);
    assertThat(servers.distinct()).containsExactlyInAnyOrder(0, 1);
    var depths = of(Strike.Reorganisation.class, strikes).map(Strike.Reorganisation::depth);
    assertThat(depths.distinct()).containsExactlyInAnyOrder(1, 2, 3);
  }

  private static <S extends Strike> Stream<S> of(Class<S> kind, List<Strike> strikes) {
    return strikes.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Outages are short, and the mean pause is what was asked for. */
  @Test
  void timesAreAsPromised() {
    assertThat(of(Strike.Provider.class, strikes(Reach.PROCESSES, RELAYS)))
        .extracting(Strike.Provider::outage)
        .allMatch(it -> it.compareTo(Duration.ofSeconds(1)) >= 0)
        .allMatch(it -> it.compareTo(Duration.ofSeconds(6)) <= 0);
    var dice = dice(Reach.PROCESSES);
    var pauses = IntStream.range(0, DRAWS).mapToLong(_ -> dice.pause().toMillis()).toArray();
    assertThat(LongStream.of(pauses).average().orElseThrow())
        .as("seed %d", SEED)
        .isCloseTo(6000, within(300.0));
    assertThat(pauses).matches(all -> LongStream.of(all).allMatch(it -> it <= 60_000));
  }

  /** Where no relay lives, the provider alone is hit, and nothing breaks. */
  @Test
  void anEmptyWorldIsNoTrouble() {
    assertThat(shares(strikes(Reach.PROCESSES, List.of()))).containsOnlyKeys("provider");
  }

  @Test
  void theSameSeedIsTheSameStorm() {
    assertThat(strikes(Reach.CHAIN_TOO, RELAYS)).isEqualTo(strikes(Reach.CHAIN_TOO, RELAYS));
  }
}
