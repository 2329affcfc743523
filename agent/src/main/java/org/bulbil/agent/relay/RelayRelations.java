package org.bulbil.agent.relay;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.agent.bequest.Kin;
import org.bulbil.agent.bequest.OnionKeys;
import org.bulbil.agent.bequest.Relatives;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.family.Membership;
import org.bulbil.agent.workload.Relations;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.WalletStatement;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Demand;
import org.bulbil.hosting.Catalogue;
import org.bulbil.tor.Fingerprint;

/**
 * A relay among relays: known by its fingerprint, found in the consensus, told apart by the family
 * that its descriptor proves.
 *
 * @param keeper of the own relay, which holds the directory
 * @param membership in its family
 * @param kindred in the directory
 * @param self the own fingerprint, once tor has one
 */
record RelayRelations(
    Keeper keeper,
    Membership membership,
    Relatives kindred,
    OnionKeys onionKeys,
    Supplier<Optional<Fingerprint>> self)
    implements Relations {

  @Override
  public Optional<Fingerprint> identity() {
    return self.get();
  }

  @Override
  public FamilyId family() {
    return membership.family();
  }

  @Override
  public Optional<FamilyId> declared() {
    return membership.declared();
  }

  @Override
  public Optional<String> statement(String address) {
    return identity().map(own -> new WalletStatement(own.value(), declared(), address).text());
  }

  @Override
  public Outcome<List<Announcement>> named(Hostname nickname) {
    return keeper.named(nickname);
  }

  @Override
  public Outcome<List<Fingerprint>> running(String prefix) {
    return keeper.running(prefix);
  }

  @Override
  public Outcome<List<Kin>> of(FamilyId family, Fingerprint own) {
    return kindred.of(family, own);
  }

  /** Every relay does good. */
  @Override
  public Demand demand() {
    return Demand.OPEN;
  }

  /** Where a relay grows is for genes and donors to say. */
  @Override
  public Genome placed(Genome drawn, Catalogue offers) {
    return drawn;
  }
}
