package org.bulbil.agent.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.order.StopKey;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.contact.Email;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.HttpsUrl;
import org.bulbil.core.contact.Website;
import org.bulbil.core.genome.Genome;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.money.Cents;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.policy.Limits;
import org.bulbil.core.policy.Prior;
import org.bulbil.core.time.Day;
import org.bulbil.hosting.bootstrap.Bundle;
import org.bulbil.tor.seal.ReaderKey;
import org.bulbil.wire.Tunnel;

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

  /** Of a server whose work is a Tor relay. */
  public Settings(
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
      BundleSettings bundle) {
    this(
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
        limits,
        rhythm,
        bundle,
        Optional.empty());
  }

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
   * Who rents out the server.
   *
   * @param url of the provider's API
   * @param backend of the provider, such as {@code vultr}
   * @param token the credit token; a secret, so this record does not print it
   * @param day how long a day of rent lasts there
   * @param smallestInvoice the least credit that it sells at once
   * @param particulars what is not as usual at the backend
   */
  public record LeaseSettings(
      URI url,
      String backend,
      String token,
      Day day,
      Cents smallestInvoice,
      Particulars particulars) {

    /** A provider with whom everything is as usual. */
    public LeaseSettings(URI url, String backend, String token, Day day, Cents smallestInvoice) {
      this(url, backend, token, day, smallestInvoice, Particulars.NONE);
    }

    LeaseSettings withToken(String other) {
      return new LeaseSettings(url, backend, other, day, smallestInvoice, particulars);
    }

    @Override
    public String toString() {
      return "lease at " + backend + " of " + url.getHost();
    }
  }

  /**
   * What may turn out to be different at a provider than its documents say.
   *
   * @param tunnel through which it is asked, such as tor's HTTPTunnelPort; empty for directly
   * @param userData how the first script is handed over, {@code plain} or {@code base64}; empty for
   *     as usual
   * @param operatingSystem of new servers, such as {@code debian-12}; empty for as usual
   * @param vatPercent that is added to its prices; empty for as usual
   */
  public record Particulars(
      Optional<Tunnel> tunnel,
      Optional<String> userData,
      Optional<String> operatingSystem,
      Optional<Integer> vatPercent) {

    public static final Particulars NONE =
        new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Particulars {
      if (userData.filter(form -> !form.equals("plain") && !form.equals("base64")).isPresent()) {
        throw new IllegalArgumentException("user data is plain or base64, not " + userData.get());
      }
      if (vatPercent.filter(percent -> percent < 0 || percent > 100).isPresent()) {
        throw new IllegalArgumentException("VAT is 0 to 100 percent, not " + vatPercent.get());
      }
    }
  }

  /**
   * Where Bitcoin is looked up.
   *
   * @param network which Bitcoin
   * @param esplora base URLs of Esplora servers; where there are several they must agree
   * @param block mean time between blocks
   * @param feeCap the highest fee rate ever paid
   */
  public record ChainSettings(Network network, List<URI> esplora, Duration block, FeeRate feeCap) {
    public ChainSettings {
      esplora = List.copyOf(esplora);
      if (esplora.isEmpty()) {
        throw new IllegalArgumentException("at least one Esplora server is needed");
      }
    }
  }

  /**
   * What the Tor relay is; of another workload, what it has in common with one: e-mail, status
   * port, tor.
   *
   * @param email of a person who answers
   * @param hoster the provider's domain, for the contact line
   * @param binary the tor program
   * @param orPort where other relays connect
   * @param statusPort where the status page is
   * @param extra further lines of torrc: those of a testing network
   * @param website of who launched the family, for the contact line
   * @param donations a page about giving, for the contact line
   */
  public record RelaySettings(
      Email email,
      String hoster,
      String binary,
      int orPort,
      int statusPort,
      List<String> extra,
      Optional<Website> website,
      Optional<HttpsUrl> donations)
      implements WorkSettings {
    public RelaySettings {
      extra = List.copyOf(extra);
    }

    /** Of a family that has no pages. */
    public RelaySettings(
        Email email, String hoster, String binary, int orPort, int statusPort, List<String> extra) {
      this(email, hoster, binary, orPort, statusPort, extra, Optional.empty(), Optional.empty());
    }

    @Override
    public int port() {
      return orPort;
    }

    /** Tor, which every server has. */
    @Override
    public List<String> packages() {
      return List.of();
    }

    /** A site that lists relays one by one cannot know of a child. */
    RelaySettings forChild() {
      var known = website.filter(site -> site.proof().isOfFamily());
      return new RelaySettings(email, hoster, binary, orPort, statusPort, extra, known, donations);
    }
  }

  /**
   * Who hands over the family's key. Neither is a secret.
   *
   * @param url of the nurse's HTTP server; empty where the launcher brings the key, who may sit
   *     where nobody can ask him
   * @param family whose key it is to be; no other is accepted
   */
  public record NurseSettings(Optional<URI> url, FamilyId family) {

    /** A nurse that can be asked. */
    public NurseSettings(URI url, FamilyId family) {
      this(Optional.of(url), family);
    }

    /** For a relay to which its launcher brings the key. */
    public static NurseSettings launcher(FamilyId family) {
      return new NurseSettings(Optional.empty(), family);
    }
  }

  /**
   * Who gets the remainder, and what a child gets to start with.
   *
   * @param beneficiaries in order of preference, each an address of the chain's network
   * @param startGift what a child that has appeared is sent; zero for nothing
   */
  public record WillSettings(Beneficiaries beneficiaries, Cents startGift) {}

  /**
   * How often a relay looks around.
   *
   * @param heartbeat between two beats
   * @param answer the longest wait for one answer from the provider or a chain server
   */
  public record Rhythm(Duration heartbeat, Duration answer) {

    /** How long after its sending a request whose answer was lost may still take effect. */
    public Duration lateAnswer() {
      return answer.multipliedBy(4);
    }
  }

  /**
   * The program, as one file that servers fetch.
   *
   * @param file what they must get
   * @param mirrors folders on the web that hold it, for children who cannot get it from their
   *     parent
   */
  public record BundleSettings(Bundle file, List<URI> mirrors) {
    public BundleSettings {
      mirrors = List.copyOf(mirrors);
    }
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
