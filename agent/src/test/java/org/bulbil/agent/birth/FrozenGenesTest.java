package org.bulbil.agent.birth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Diversity;
import org.bulbil.core.genome.Gene;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Plan;
import org.bulbil.core.lease.Region;
import org.bulbil.core.money.Cents;
import org.bulbil.core.policy.Prior;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/**
 * Whatever mutates, what makes a relay a good citizen does not: read from what the servers of many
 * generations of children are told.
 */
class FrozenGenesTest {

  private static final int GENERATIONS = 1_500;

  private static final Settings FOUNDER =
      SettingsFile.parse(
          "agent.toml",
          """
          hostname = "bulbil0"
          [lease]
          url = "http://127.0.0.1:3000"
          token = "ss_t_founder"
          [chain]
          esplora = ["http://127.0.0.1:3002", "http://127.0.0.1:3003"]
          [heritage]
          genome = "GENOME"
          [stop]
          key = "gkgNhJRjMmFpSsJtDPWqFa2MSCjEIpXYpzMmFPb4TJ0="
          [limits]
          births = 5
          endowment_days = 61
          [[will.beneficiary]]
          name = "Tor Project"
          address = "bc1qtt04zfgjxg7lpqhk9vk8hnmnwf88ucwww5arsd"
          source = "https://donate.torproject.org/cryptocurrency"
          checked = 2026-11-22
          expires = 2027-11-22
          [bundle]
          sha256 = "HASH"
          bytes = 30000000
          mirrors = ["https://mirror.test/bulbil"]
          [relay]
          email = "relays@sandbox.test"
          extra_torrc = ["Nickname x"]
          """
              .replace("HASH", "a1".repeat(32))
              .replace("GENOME", Genome.founder("r0", "p2").encode()));

  private static final Catalogue OFFERS =
      new Catalogue(
          IntStream.range(0, 5)
              .mapToObj(
                  size -> new Plan("p" + size, Cents.of(30 + 5L * size), 1, 1024, 25, 1, true))
              .toList(),
          IntStream.range(0, 8).mapToObj(r -> new Region("r" + r, "Region " + r)).toList());

  private static final NurseSettings NURSE =
      new NurseSettings(
          URI.create("http://127.80.0.5:8080"),
          new FamilyId("4h48rZ4d/qDoAxHIsf0qGJw+DsHfjQ6BtQ6ENK8QlrA"));

  /** What the child's server reads, out of the script that it runs. */
  private static Settings told(String script) {
    int begin = script.indexOf("hostname = ");
    return SettingsFile.parse("child", script.substring(begin, script.indexOf('\'', begin)));
  }

  private static Settings child(Settings parent, int number, RandomGenerator random) {
    var seedling = new Seedling(parent, random);
    var genome = seedling.genome(OFFERS, new Diversity(Map.of(parent.genome().region(), 3)));
    var birth = birth(number, seedling, genome);
    var token = new CreditToken("ss_t_child_" + number);
    var plan = OFFERS.plan(genome.plan()).orElseThrow();
    var self = new Parent(new Fingerprint("%040X".formatted(number)), NURSE, new Prior(3.5));
    return seedling
        .order(birth, token, plan, self)
        .map(order -> order.boot().script())
        .map(FrozenGenesTest::told)
        .orElseThrow();
  }

  private static Birth birth(int number, Seedling seedling, Genome genome) {
    return new Birth(
        number,
        seedling.name(),
        genome,
        Cents.dollars(23),
        Birth.State.FUNDED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        "");
  }

  /** The child's settings, with all that a child may have of its own put back to the parent's. */
  private static Settings withOwnOf(Settings parent, Settings child) {
    return new Settings(
        parent.hostname(),
        parent.lease(),
        child.chain(),
        child.relay(),
        parent.genome(),
        parent.lineage(),
        parent.prior(),
        parent.nurse(),
        child.will(),
        child.copyFor(),
        child.stopKey(),
        child.limits(),
        child.rhythm(),
        child.bundle(),
        child.site());
  }

  @Test
  void noMutationReachesWhatIsFrozen() {
    long seed = Long.getLong("seed", 20261123L);
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var relay = FOUNDER;
    int mutations = 0;
    for (int number = 1; number <= GENERATIONS; number++) {
      var child = child(relay, number, random);
      assertThat(withOwnOf(relay, child)).as("seed %d, birth %d", seed, number).isEqualTo(relay);
      assertThat(child.lease().url()).isEqualTo(relay.lease().url());
      assertThat(child.lease().backend()).isEqualTo(relay.lease().backend());
      assertThat(child.nurse()).contains(NURSE);
      assertThat(child.prior()).isEqualTo(new Prior(3.5));
      assertThat(child.lineage().generation()).isEqualTo(number);
      mutations += child.genome().withRegion("r0").equals(relay.genome().withRegion("r0")) ? 0 : 1;
      relay = child;
    }
    assertThat(relay.limits()).isEqualTo(FOUNDER.limits());
    assertThat(relay.relay().email()).isEqualTo(FOUNDER.relay().email());
    assertThat(relay.will().beneficiaries()).isEqualTo(FOUNDER.will().beneficiaries());
    // Of 1,500 births one in five changes one of 7 genes, of which one is the region.
    assertThat(mutations).as("seed %d", seed).isBetween(190, 325);
    assertThat(relay.genome()).isNotEqualTo(FOUNDER.genome());
  }

  @Test
  void thereIsNoGeneForWhatIsFrozen() {
    assertThat(Gene.values().length + List.of("region", "plan").size()).isLessThanOrEqualTo(8);
    assertThat(Gene.values())
        .extracting(Gene::key)
        .containsExactly("bandwidth", "reserve", "credit", "coinfee", "lead");
  }
}
