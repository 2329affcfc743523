package org.bulbil.agent.settings;

import java.util.Optional;
import org.bulbil.agent.order.StopKey;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Prior;
import org.bulbil.tor.seal.ReaderKey;

/**
 * Everything that a relay is told at birth, and hands on: all but hostname, credit token, genome,
 * lineage, prior and nurse is the same for a whole family.
 *
 * @param hostname its own unique name
 * @param lease who rents out the server
 * @param chain where Bitcoin is looked up
 * @param relay what its Tor relay is
 * @param genome the heritable settings
 * @param lineage generation and parent
 * @param prior what its gifts are taken to be like before it has had any: as its parent's were
 * @param nurse who hands over the family's key; empty where this relay begins a family
 * @param will who gets the remainder
 * @param copyFor whose key the wallet's words are sealed to and shown; empty for nobody's, as it is
 *     for every child: only who launches a relay may choose this, and only for that one
 * @param stopKey whose orders to stop it obeys, as its children do; empty for nobody's
 * @param limits what no mutation changes
 * @param rhythm how often it looks, and how long it waits for answers
 * @param bundle the program that it runs, and hands on
 * @param site what its static site is; empty where its work is a Tor relay
 */
public record Settings(
    Hostname hostname,
    LeaseSettings lease,
    ChainSettings chain,
    RelaySettings relay,
    Genome genome,
    Lineage lineage,
    Prior prior,
    Optional<NurseSettings> nurse,
    WillSettings will,
    Optional<ReaderKey> copyFor,
    Optional<StopKey> stopKey,
    Limits limits,
    Rhythm rhythm,
    BundleSettings bundle,
    Optional<SiteSettings> site) {

  /** What its work needs of a server. */
  public WorkSettings work() {
    return site.<WorkSettings>map(known -> known).orElse(relay);
  }

  /** The same for a server of a site, within the limits of one. */
  public Settings withSite(SiteSettings other) {
    return new Settings(
        hostname,
        lease,
        chain,
        relay,
        genome,
        lineage,
        prior,
        nurse,
        will,
        copyFor,
        stopKey,
        Limits.SITE,
        rhythm,
        bundle,
        Optional.of(other));
  }

  /**
   * What a relay is told that a person launches: nobody's child, of a family whose key he brings.
   */
  public Settings forFounder(Hostname founder, String token, Genome genes, FamilyId family) {
    return new Settings(
        founder,
        lease.withToken(token),
        chain,
        relay,
        genes,
        Lineage.FOUNDER,
        prior,
        Optional.of(NurseSettings.launcher(family)),
        will,
        copyFor,
        stopKey,
        limits,
        rhythm,
        bundle,
        site);
  }

  /** What a child with this name, token, genome, lineage, prior and nurse is told. */
  public Settings forChild(
      Hostname child,
      String token,
      Genome genes,
      Lineage descent,
      Prior gifts,
      NurseSettings theirNurse) {
    return new Settings(
        child,
        lease.withToken(token),
        chain,
        relay.forChild(),
        genes,
        descent,
        gifts,
        Optional.of(theirNurse),
        will,
        Optional.empty(),
        stopKey,
        limits,
        rhythm,
        bundle,
        site);
  }
}
