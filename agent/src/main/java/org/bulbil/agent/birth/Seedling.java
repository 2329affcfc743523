package org.bulbil.agent.birth;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bulbil.agent.bundle.BundleDoor;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.core.genome.Diversity;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Mutation;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.lease.Plan;
import org.bulbil.hosting.Catalogue;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.ServerOrder;
import org.bulbil.hosting.bootstrap.Login;
import org.bulbil.hosting.bootstrap.OpenPorts;
import org.bulbil.hosting.bootstrap.UserData;

/** Draws what a child is: its name, its genome, and the order for its server. */
final class Seedling {

  /**
   * Days of the first lease at most: until the relay is known in the network. The rest of the
   * endowment, and half of a small one, stays credit, since that outlives a server.
   */
  private static final int FIRST_LEASE_DAYS = 28;

  private static final String NAME_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int NAME_LENGTH = 10;

  private final Settings parent;
  private final RandomGenerator random;

  Seedling(Settings parent, RandomGenerator random) {
    this.parent = parent;
    this.random = random;
  }

  /** A name that nobody else has: 36^10 of them. */
  Hostname name() {
    var name = new StringBuilder("bulbil");
    for (int i = 0; i < NAME_LENGTH; i++) {
      name.append(NAME_LETTERS.charAt(random.nextInt(NAME_LETTERS.length())));
    }
    return new Hostname(name.toString());
  }

  /**
   * The parent's genome, mutated within what the provider offers, in a place that is not crowded.
   *
   * @param relatives alive
   */
  Genome genome(Catalogue offers, Diversity relatives) {
    var plans = offers.plans().stream().filter(Plan::ipv4).toList();
    var mutant = new Mutation(random).of(parent.genome(), offers.regions(), plans);
    return mutant.withRegion(relatives.place(mutant.region(), offers.regions(), random));
  }

  /** The same genome in another region, for a launch that was refused where it was to be. */
  Genome elsewhere(Genome genome, Catalogue offers) {
    var others = offers.regions().stream().filter(r -> !r.slug().equals(genome.region())).toList();
    return others.isEmpty()
        ? genome
        : genome.withRegion(others.get(random.nextInt(others.size())).slug());
  }

  /** The order for the child's server; empty where its endowment does not pay a day of its plan. */
  Optional<ServerOrder> order(Birth birth, CreditToken token, Plan plan, Parent self) {
    var days = firstDays(birth.endowment().dividedBy(plan.rent()));
    return days < 1
        ? Optional.empty()
        : Optional.of(
            new ServerOrder(
                birth.hostname(),
                birth.genome().plan(),
                birth.genome().region(),
                days,
                userData(birth, token, self)));
  }

  private static int firstDays(long paid) {
    return (int) Math.min(FIRST_LEASE_DAYS, Math.ceilDiv(paid, 2));
  }

  private String userData(Birth birth, CreditToken token, Parent self) {
    var told =
        parent.forChild(
            birth.hostname(),
            token.value(),
            birth.genome(),
            parent.lineage().child(self.fingerprint().value()),
            self.prior(),
            self.nurse());
    return new UserData(
            SettingsFile.write(told),
            parent.bundle().file(),
            sources(self),
            new OpenPorts(parent.work().port(), parent.relay().statusPort()),
            Login.NOBODY,
            parent.work().packages())
        .script();
  }

  /** The child gets its program from its parent, and from the mirrors where that is gone. */
  private List<URI> sources(Parent self) {
    var ours = self.nurse().url().map(url -> url.resolve(BundleDoor.PATH));
    return Stream.concat(ours.stream(), parent.bundle().mirrors().stream())
        .limit(UserData.SOURCES_MAX)
        .toList();
  }
}
