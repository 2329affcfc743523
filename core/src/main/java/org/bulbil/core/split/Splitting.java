package org.bulbil.core.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;

/** One donation on its way through the rule. */
final class Splitting {

  private final Sats donation;
  private final Rule rule;
  private final List<Weighed> weighed;
  private final GroupNumbers numbers;
  private final List<Unpaid> unpaid = new ArrayList<>();

  Splitting(Collection<Candidate> candidates, Sats donation, Rule rule) {
    this.donation = donation;
    this.rule = rule;
    this.weighed =
        candidates.stream()
            .sorted(Candidate.ORDER)
            .map(candidate -> new Weighed(candidate, rule.factors(candidate)))
            .toList();
    this.numbers = new GroupNumbers(weighed);
    if (weighed.stream().map(relay -> relay.candidate().id()).distinct().count() < weighed.size()) {
      throw new IllegalArgumentException("a relay stands twice among the candidates");
    }
  }

  Outcome<Split> split(Optional<Seed> seed) {
    if (weighed.isEmpty()) {
      return Outcome.refused("there is nobody to donate to", 0);
    }
    weighed.forEach(relay -> Reasons.worthless(relay).ifPresent(unpaid::add));
    var worthy = weighed.stream().filter(relay -> relay.factors().own() > 0).toList();
    if (worthy.isEmpty()) {
      return Outcome.refused(Reasons.nobody(unpaid), 0);
    }
    var payable = payable(worthy);
    if (payable.isEmpty()) {
      return Outcome.refused(Reasons.belowEveryLimit(donation, smallestLimit(worthy)), 0);
    }
    return Outcome.done(
        result(seed.map(chance -> drawn(payable, chance)).orElseGet(() -> shared(payable))));
  }

  private Split result(List<Recipient> recipients) {
    return new Split(
        donation,
        recipients.stream().sorted(Comparator.comparing(paid -> paid.address().text())).toList(),
        unpaid.stream()
            .sorted(Comparator.comparing(none -> none.relay().candidate().id()))
            .toList());
  }

  private Sats least(BitcoinAddress address) {
    return Sats.max(DustLimit.of(address.kind()), rule.least());
  }

  private Sats smallestLimit(List<Weighed> relays) {
    return relays.stream()
        .map(relay -> least(relay.candidate().address()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Those whose address could take the whole donation. */
  private List<Weighed> payable(List<Weighed> relays) {
    var payable = new ArrayList<Weighed>();
    for (var relay : relays) {
      var least = least(relay.candidate().address());
      if (donation.covers(least)) {
        payable.add(relay);
      } else {
        unpaid.add(new Unpaid(relay, Reasons.wholeTooSmall(least)));
      }
    }
    return payable;
  }

  /** Who gets too little is left out, until everybody who is left gets enough. */
  private List<Recipient> shared(List<Weighed> payable) {
    var parties = parties(payable);
    for (var small = tooSmall(parties); !small.isEmpty(); small = tooSmall(parties)) {
      leaveOut(small, Party.sum(parties)); // at least one, so it ends
      parties = parties(without(parties, small));
    }
    return paid(parties, amounts(parties));
  }

  /** The fewest, beginning with the smallest, without whom the others would get enough. */
  private Set<Party> tooSmall(List<Party> parties) {
    var small = new HashSet<Party>();
    long all = Party.sum(parties);
    for (var party : parties.stream().sorted(Party.SMALLEST_FIRST).toList()) {
      if (!party.isSmall(all, donation)) {
        break;
      }
      small.add(party);
      all -= party.share();
    }
    return small;
  }

  private void leaveOut(Set<Party> small, long all) {
    small.forEach(party -> unpaid.addAll(party.unpaid(Reasons.tooSmall(party, all, donation))));
  }

  private static List<Weighed> without(List<Party> parties, Set<Party> gone) {
    return parties.stream()
        .filter(party -> !gone.contains(party))
        .flatMap(party -> party.relays().stream())
        .toList();
  }

  private long[] amounts(List<Party> parties) {
    return Apportionment.of(donation.value(), parties.stream().mapToLong(Party::share).toArray());
  }

  private static List<Recipient> paid(List<Party> parties, long[] amounts) {
    var paid = new ArrayList<Recipient>();
    for (int i = 0; i < parties.size(); i++) {
      paid.add(parties.get(i).paid(Recipient.Way.SHARE, Sats.of(amounts[i])));
    }
    return paid;
  }

  /** Who gets enough is paid; the others put their shares together and draw for them. */
  private List<Recipient> drawn(List<Weighed> payable, Seed chance) {
    var parties = parties(payable);
    var pool = Pool.of(parties, donation);
    var direct = parties.stream().filter(party -> !pool.holds(party)).toList();
    if (pool.isEmpty()) {
      return paid(direct, amounts(direct));
    }
    var shares = new ArrayList<>(direct.stream().map(Party::share).toList());
    shares.add(pool.share());
    var amounts =
        Apportionment.of(donation.value(), shares.stream().mapToLong(Long::longValue).toArray());
    var recipients = new ArrayList<>(paid(direct, amounts));
    var drawing = pool.draw(Sats.of(amounts[direct.size()]), chance);
    recipients.addAll(drawing.winners());
    unpaid.addAll(drawing.losers());
    return recipients;
  }

  /** By address, in order, with the caps applied. */
  private List<Party> parties(List<Weighed> relays) {
    var sorted =
        relays.stream().sorted(Comparator.comparing(Weighed::candidate, Candidate.ORDER)).toList();
    var weights = sorted.stream().mapToDouble(relay -> relay.factors().own()).toArray();
    var groups = sorted.stream().map(numbers::of).toList();
    var shares = Caps.shares(weights, groups, rule.groupCap());
    double all = Arrays.stream(weights).sum();
    return byAddress(sorted).stream()
        .map(
            members ->
                party(
                    members.stream()
                        .map(i -> grouped(sorted.get(i), shares[i] * all / weights[i]))
                        .toList(),
                    members.stream().mapToDouble(i -> shares[i]).sum()))
        .toList();
  }

  /** The positions of each address's relays. */
  private static Collection<List<Integer>> byAddress(List<Weighed> relays) {
    var byAddress = new TreeMap<String, List<Integer>>();
    for (int i = 0; i < relays.size(); i++) {
      var address = relays.get(i).candidate().address().text();
      byAddress.computeIfAbsent(address, _ -> new ArrayList<>()).add(i);
    }
    return byAddress.values();
  }

  private static Weighed grouped(Weighed relay, double factor) {
    return new Weighed(relay.candidate(), relay.factors().withGroup(factor));
  }

  private Party party(List<Weighed> relays, double share) {
    var address = relays.getFirst().candidate().address();
    return new Party(address, relays, least(address), Math.round(share * Party.UNITS));
  }
}
