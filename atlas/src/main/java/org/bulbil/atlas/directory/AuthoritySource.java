package org.bulbil.atlas.directory;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.ingest.Source;
import org.bulbil.atlas.ingest.Told;
import org.bulbil.atlas.store.Store;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.ExtraInfos;
import org.bulbil.tor.directory.ServerDescriptors;

/**
 * Directory authorities, as a private network has them: the first that answers is heard. Who is in
 * the network is its word; what a relay says is believed with the relay's signature alone.
 */
public final class AuthoritySource implements Source {

  /** However hasty a network is. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final List<URI> authorities;
  private final DirectoryClient client;
  private final Duration longest;
  private volatile Duration interval;

  /**
   * Authorities that are asked twice for each consensus.
   *
   * @param authorities base URLs, at least one
   * @param interval until a consensus says how long it holds, and never longer
   */
  public AuthoritySource(List<URI> authorities, DirectoryClient client, Duration interval) {
    if (authorities.isEmpty()) {
      throw new IllegalArgumentException("no directory authority to ask; name one");
    }
    this.authorities = List.copyOf(authorities);
    this.client = client;
    this.longest = interval;
    this.interval = interval;
  }

  @Override
  public String name() {
    return "directory " + authorities.getFirst().getAuthority();
  }

  @Override
  public Duration interval() {
    return interval;
  }

  @Override
  public Outcome<Told> bringUpToDate(Store store) {
    Outcome<Told> last = Outcome.unknown("no authority was asked");
    for (var authority : authorities) {
      last = client.consensus(authority).flatMap(found -> tell(authority, found, store));
      if (last instanceof Outcome.Done) {
        return last;
      }
    }
    return last;
  }

  private Outcome<Told> tell(URI authority, Consensus consensus, Store store) {
    interval = half(Duration.between(consensus.validAfter(), consensus.freshUntil()));
    if (!consensus.validAfter().isAfter(Register.newest(store).orElse(java.time.Instant.MIN))) {
      return Outcome.done(Told.nothingNew());
    }
    return client
        .descriptors(authority)
        .map(descriptors -> write(authority, consensus, descriptors, store));
  }

  private Duration half(Duration fresh) {
    var half = fresh.dividedBy(2);
    return half.compareTo(SHORTEST) < 0 ? SHORTEST : half.compareTo(longest) > 0 ? longest : half;
  }

  private Told write(
      URI authority, Consensus consensus, ServerDescriptors descriptors, Store store) {
    var view = NetworkView.of(consensus, descriptors.descriptors());
    var counted = client.extraInfos(authority);
    var genuine = new GenuineInfos(view::descriptor);
    counted.answer().map(ExtraInfos::infos).ifPresent(genuine::add);
    var register = new Register(store);
    register.add(genuine.infos());
    register.add(view);
    register.write(view);
    return told(view, descriptors, counted, genuine);
  }

  private static Told told(
      NetworkView view,
      ServerDescriptors descriptors,
      Outcome<ExtraInfos> counted,
      GenuineInfos genuine) {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("relays", (long) view.consensus().relays().size());
    counts.put("descriptors", (long) descriptors.descriptors().size());
    counts.put("extra-infos", (long) genuine.infos().size());
    long skipped = (long) view.consensus().skipped().size() + descriptors.skipped().size();
    counts.put("skipped", skipped + view.forged() + genuine.forged());
    var remarks = new ArrayList<String>();
    if (!(counted instanceof Outcome.Done)) {
      remarks.add("no extra-infos: " + counted.summary());
    }
    if (view.forged() > 0) {
      remarks.add(view.forged() + " descriptors are not by the relay that they name");
    }
    return new Told(Optional.of(view.consensus().validAfter()), counts, remarks);
  }
}
