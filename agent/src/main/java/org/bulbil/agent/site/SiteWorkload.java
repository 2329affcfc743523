package org.bulbil.agent.site;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bulbil.agent.bundle.Allowance;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.NurseSettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.agent.workload.Relations;
import org.bulbil.agent.workload.Workload;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.time.Testimony;
import org.bulbil.core.time.Time;
import org.bulbil.naming.NameRecords;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.OnionKey;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.wire.Endpoint;

/**
 * A static site as a workload: content that came from a parent, a web server that shows it, and a
 * name that points here while it does. Its siblings are found where the name points.
 */
public final class SiteWorkload implements Workload {

  private final Settings settings;
  private final SiteSettings site;
  private final Journal journal;
  private final Time time;
  private final Path wellKnown;
  private final ContentShelf shelf;
  private final Supply supply;
  private final WebServer web;
  private final NameKeeper name;
  private final Siblings siblings;
  private final Copies copies;
  private final OnionKey sealKey;
  private final Onion onion;
  private final SiteRelations relations;
  private final SitePicture picture;
  private Optional<InetAddress> own = Optional.empty();
  private Optional<ProcessHandle> server = Optional.empty();
  private volatile Optional<NginxSettings> shown = Optional.empty();
  private Optional<Instant> leftAt = Optional.empty();
  private String region = "";
  private String words = "nothing has been looked at yet";
  private boolean isNameKept;

  /**
   * @param home folder of the site's own, made where it is not there
   * @param tor where a tor for an onion service keeps its keys
   * @param outside what of the world it meets
   * @param random one that nobody can guess
   */
  public SiteWorkload(
      Settings settings,
      Path home,
      TorFolder tor,
      Outside outside,
      Journal journal,
      Wallet wallet,
      Time time,
      RandomGenerator random) {
    this.settings = settings;
    this.site = settings.site().orElseThrow();
    this.journal = journal;
    this.time = time;
    this.wellKnown = home.resolve("well-known");
    this.shelf =
        new ContentShelf(new Content(site.content(), site.contentBytes()), home.resolve("content"));
    this.supply = new Supply(shelf, journal);
    this.web = outside.web();
    this.name =
        new NameKeeper(
            outside.records(),
            outside.answering(),
            site.entry().ttl(),
            time,
            this::revive,
            said -> journal.note(Entry.Kind.SITE, said));
    var visit = new SiteVisit(site.entry().name(), site.port(), settings.chain().network());
    this.siblings = new Siblings(outside.records(), visit);
    this.copies = new Copies(site.copies(), settings.lease().day(), site.entry().ttl());
    this.sealKey = key(home.resolve("keys"), random);
    this.onion = new Onion(settings.relay(), tor, settings.rhythm().heartbeat(), journal, time);
    this.relations =
        new SiteRelations(
            site.entry().name(),
            SiteIdentity.of(wallet.receiveAddress()),
            siblings,
            copies,
            this::isServing,
            () -> List.of(sealKey));
    this.picture = new SitePicture(site, relations.self(), name, siblings, onion);
  }

  /**
   * What a site meets of the world.
   *
   * @param records of its name
   * @param answering whether the site is shown at an address
   */
  public record Outside(NameRecords records, Answering answering, WebServer web) {}

  private static OnionKey key(Path folder, RandomGenerator random) {
    try {
      return OnionKey.findOrMake(folder, random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "site";
  }

  @Override
  public void keep(Home home) {
    region = home.lease().region();
    own = home.address().map(InetAddress::ofLiteral);
    own.ifPresentOrElse(
        address -> keep(home, address), () -> words = "the server has no address yet");
  }

  private void keep(Home home, InetAddress address) {
    if (!supply.isThere(handers())) {
      words = "waits for the content " + shelf.content().hash();
      return;
    }
    var where = new NginxSettings(at(address), site.entry().name(), shelf.files(), wellKnown);
    show(where);
    if (isServing()) {
      onion.publish(where.inside());
      name.live(new Tenure(address, home.lease().expiry()));
      keepName();
    }
  }

  private InetSocketAddress at(InetAddress address) {
    return new InetSocketAddress(address, site.port());
  }

  /** Between heartbeats, as soon as the site is seen not to answer. */
  private void revive() {
    shown.ifPresent(web::keep);
  }

  private void show(NginxSettings where) {
    shown = Optional.of(where);
    var kept = web.keep(where);
    var now = kept.answer();
    if (!now.map(ProcessHandle::pid).equals(server.map(ProcessHandle::pid)) || now.isEmpty()) {
      say(now.map(it -> "shown by process " + it.pid()).orElseGet(kept::summary));
    }
    server = now;
  }

  /** Once for as long as it is the same. */
  private void say(String news) {
    if (!words.equals(news)) {
      words = news;
      journal.note(Entry.Kind.SITE, "the site is " + news);
    }
  }

  private void keepName() {
    if (!isNameKept) {
      isNameKept = true;
      name.start();
    }
  }

  private boolean isServing() {
    return server.filter(ProcessHandle::isAlive).isPresent();
  }

  /** Who may hand the content over: whoever planted this server, and the siblings. */
  private List<URI> handers() {
    var all = new ArrayList<URI>();
    settings.nurse().flatMap(NurseSettings::url).ifPresent(all::add);
    siblings.newest().answer().stream()
        .flatMap(List::stream)
        .map(it -> Endpoint.http(it.kin().address(), settings.relay().statusPort()))
        .forEach(all::add);
    return all.stream().distinct().map(page -> page.resolve(ContentDoor.PATH)).toList();
  }

  /** Leaves the name at once, and goes on showing the site to those who still remember it. */
  @Override
  public void rest(Home home) {
    home.address()
        .map(InetAddress::ofLiteral)
        .ifPresent(address -> name.live(new Tenure(address, home.lease().expiry())));
    name.leave();
    shown = Optional.empty();
    keepName(); // Also of an agent that was started after the order.
    var since = leftAt.orElseGet(time::now);
    leftAt = Optional.of(since);
    server = Optional.empty();
    words = "ended by order of its launcher";
    if (!since.plus(site.entry().ttl()).isAfter(time.now())) {
      web.rest();
    }
  }

  @Override
  public Relations relations() {
    return relations;
  }

  @Override
  public void lookAround(Set<Fingerprint> children) {
    own.ifPresent(siblings::look);
    if (own.isPresent()
        && siblings.newest() instanceof Outcome.Done<List<Sibling>>(List<Sibling> living)) {
      copies.see(relations.self(), region, living, time.now());
    } else {
      copies.seeNothing();
    }
  }

  /** A site hears no clock. */
  @Override
  public Optional<Testimony> clock() {
    return Optional.empty();
  }

  @Override
  public Optional<Conduct> fault() {
    return Optional.empty();
  }

  @Override
  public Map<String, HttpHandler> doors() {
    var allowance = new Allowance(Allowance.Bounds.ofRelay(site.contentBytes()), time);
    return Map.of(ContentDoor.PATH, new ContentDoor(shelf, allowance));
  }

  @Override
  public Picture picture(Home home) {
    return picture.of(own, isServing(), words);
  }

  @Override
  public void publish(Supplier<Status> newest) {
    var status = newest.get();
    var key = Base64.getEncoder().withoutPadding().encodeToString(sealKey.publicKey());
    var page = SitePage.of(site.entry().name(), status, key, onion.uri());
    try {
      Footer.write(wellKnown, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The web server and tor go on: the next start takes them up again. */
  @Override
  public void close() {
    name.close();
    supply.close();
    onion.close();
    siblings.close();
  }
}
