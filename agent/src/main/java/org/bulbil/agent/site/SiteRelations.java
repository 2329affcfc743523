package org.bulbil.agent.site;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bulbil.agent.bequest.Kin;
import org.bulbil.agent.bequest.OnionKeys;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.workload.Relations;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Demand;
import org.bulbil.hosting.Catalogue;
import org.bulbil.naming.DomainName;
import org.bulbil.tor.Fingerprint;

/**
 * A server of a site among its siblings: known by its wallet's key, found where the name points,
 * told apart by what its wallet signs.
 *
 * @param self the own fingerprint
 * @param siblings as they were seen last
 * @param copies judges whether one is missing
 * @param isServing whether this server shows the site, and so could hand it on
 */
record SiteRelations(
    DomainName name,
    Fingerprint self,
    Siblings siblings,
    Copies copies,
    BooleanSupplier isServing,
    OnionKeys onionKeys)
    implements Relations {

  @Override
  public Optional<Fingerprint> identity() {
    return Optional.of(self);
  }

  @Override
  public FamilyId family() {
    return SiteIdentity.family(name);
  }

  /** Nobody has to be given anything to say which name it serves. */
  @Override
  public Optional<FamilyId> declared() {
    return Optional.of(family());
  }

  @Override
  public Optional<String> statement(String address) {
    return Optional.of(SiteIdentity.statement(name, address));
  }

  @Override
  public Outcome<List<Announcement>> named(Hostname nickname) {
    return siblings
        .newest()
        .map(
            all ->
                all.stream()
                    .map(Sibling::page)
                    .filter(page -> page.hostname().equals(nickname.value()))
                    .map(SitePage::announcement)
                    .toList());
  }

  @Override
  public Outcome<List<Fingerprint>> running(String prefix) {
    return siblings
        .newest()
        .map(
            all ->
                all.stream()
                    .filter(it -> it.page().hostname().startsWith(prefix))
                    .map(Sibling::fingerprint)
                    .toList());
  }

  @Override
  public Outcome<List<Kin>> of(FamilyId family, Fingerprint own) {
    return siblings
        .newest()
        .map(
            all ->
                all.stream()
                    .filter(it -> family.equals(family()) && !it.fingerprint().equals(own))
                    .map(Sibling::kin)
                    .toList());
  }

  @Override
  public Demand demand() {
    return isServing.getAsBoolean() ? copies.demand() : Demand.MET;
  }

  @Override
  public Genome placed(Genome drawn, Catalogue offers) {
    return copies.placed(drawn, offers);
  }
}
