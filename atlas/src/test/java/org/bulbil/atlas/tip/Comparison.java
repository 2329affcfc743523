package org.bulbil.atlas.tip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.atlas.network.Relay;
import org.bulbil.atlas.network.Snapshot;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.money.Sats;
import org.bulbil.core.split.Rule;
import org.bulbil.tor.Fingerprint;

/**
 * One donation by one rule, in figures.
 *
 * @param recipients that are paid at all
 * @param largest share of what is paid that one address gets
 * @param gini over all addresses that could be paid
 * @param hhi by autonomous system
 * @param fee that is taken from the donation
 * @param lost satoshis that nobody gets
 */
record Comparison(
    String rule, int recipients, double largest, double gini, double hhi, long fee, long lost) {

  static Comparison ours(Snapshot network, long sat, Optional<String> seedBlock) {
    var found =
        Choosing.find(
            network,
            Histories.NONE,
            Chain.MAINNET,
            Choice.USUAL,
            Rule.USUAL,
            network.relaysPublished());
    var audit =
        new Tip(found).split(Sats.of(sat), Rule.USUAL, seedBlock, "sample").answer().orElseThrow();
    var systems = new HashMap<String, Double>();
    for (var paid : audit.recipients()) {
      paid.relays()
          .forEach(
              relay ->
                  systems.merge(
                      system(network, relay.fingerprint()),
                      paid.sat() * relay.weight() / paid.weight(),
                      Double::sum));
    }
    var addresses = new HashSet<String>();
    found.evidence().relays().forEach(relay -> addresses.add(relay.address()));
    var amounts =
        new ArrayList<>(audit.recipients().stream().map(paid -> (double) paid.sat()).toList());
    while (amounts.size() < addresses.size()) {
      amounts.add(0.0);
    }
    long paid = audit.recipients().stream().mapToLong(Audit.Payee::sat).sum();
    var name = seedBlock.isPresent() ? "ours, with lottery" : "ours";
    return of(name, amounts, systems, 0, sat - paid);
  }

  static Comparison onionTip(Snapshot network, long sat, boolean isBase58Only) {
    var payees = OnionTip.payees(network, isBase58Only);
    var result =
        OnionTip.split(sat, payees.stream().map(payee -> (double) payee.weight()).toList());
    var systems = new HashMap<String, Double>();
    for (int i = 0; i < payees.size(); i++) {
      var payee = payees.get(i);
      double amount = result.amounts().get(i);
      for (var relay : payee.relays()) {
        systems.merge(
            system(relay),
            amount * relay.details().consensusWeight() / payee.weight(),
            Double::sum);
      }
    }
    var name = isBase58Only ? "OnionTip as it was" : "OnionTip, all addresses";
    return of(
        name,
        result.amounts().stream().map(Long::doubleValue).toList(),
        systems,
        result.fee(),
        result.lost());
  }

  private static Comparison of(
      String name, List<Double> amounts, Map<String, Double> systems, long fee, long lost) {
    return new Comparison(
        name,
        (int) amounts.stream().filter(amount -> amount > 0).count(),
        Concentration.largest(amounts),
        Concentration.gini(amounts),
        Concentration.hhi(systems),
        fee,
        lost);
  }

  private static String system(Snapshot network, String fingerprint) {
    return system(network.relay(new Fingerprint(fingerprint)).orElseThrow());
  }

  private static String system(Relay relay) {
    return Objects.requireNonNullElse(relay.details().as(), "unknown");
  }
}
