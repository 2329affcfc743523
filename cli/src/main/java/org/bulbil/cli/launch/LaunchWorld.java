package org.bulbil.cli.launch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.bulbil.agent.family.Belonging;
import org.bulbil.agent.launch.Crew;
import org.bulbil.agent.launch.DirectoryRelays;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.HttpCourier;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.Rules;
import org.bulbil.agent.launch.Surroundings;
import org.bulbil.agent.launch.Welcoming;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.Landlord;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.wire.Http;

/** The outside world of a launch, as its request names it. */
final class LaunchWorld implements AutoCloseable {

  /** Requests at once: a provider counts them. */
  private static final int HANDS = 8;

  /** A consensus of the public network has 3 to 4 MB. */
  private static final Http.Limits DOCUMENTS = new Http.Limits(Duration.ofSeconds(60), 16 << 20);

  /** A relay answers from memory; one that does not is tried again at the next look. */
  private static final Http.Limits LETTERS = new Http.Limits(Duration.ofSeconds(5), 4 << 10);

  private static final int ANSWER_BYTES_MAX = 4 << 20;

  private final Http http;
  private final Http documents = new Http(DOCUMENTS);
  private final Http letters = new Http(LETTERS);
  private final Rules rules;
  private final LaunchWork work;
  private final Surroundings surroundings;

  /**
   * @param work what is launched
   * @param boot what the server of a founder runs first, and whom it lets in
   */
  LaunchWorld(Request request, Place place, LaunchWork work, Function<Founder, FirstBoot> boot) {
    this.rules = place.rules();
    this.work = work;
    this.http = new Http(new Http.Limits(rules.answer(), ANSWER_BYTES_MAX), request.ways().proxy());
    var provider = Landlord.of(place.lease(), http, new SystemTime(), Dice.secret());
    this.surroundings =
        new Surroundings(
            provider, chain(request.esplora()), welcoming(request, place), boot, Crew.of(HANDS));
  }

  private Welcoming welcoming(Request request, Place place) {
    return switch (work) {
      case LaunchWork.Relays(FamilyKey key) ->
          new Welcoming.OfRelays(
              new DirectoryRelays(new DirectoryClient(documents), Place.urls(request.directory())),
              new HttpCourier(letters),
              key,
              Belonging.bySignatures());
      case LaunchWork.Site site -> site.welcoming(place.chain().network());
    };
  }

  private List<ChainSource> chain(List<String> urls) {
    return urls.stream()
        .map(URI::create)
        .<ChainSource>map(url -> new EsploraSource(url, http))
        .toList();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Rules rules() {
    return rules;
  }

  FamilyId family() {
    return work.family();
  }

  @Override
  public void close() {
    http.close();
    documents.close();
    letters.close();
  }
}
