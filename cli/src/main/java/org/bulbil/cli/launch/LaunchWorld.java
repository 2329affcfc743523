package org.bulbil.cli.launch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bulbil.agent.family.Belonging;
import org.bulbil.agent.launch.Crew;
import org.bulbil.agent.launch.DirectoryRelays;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.HttpCourier;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.Rules;
import org.bulbil.agent.launch.Surroundings;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.Landlord;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.bootstrap.FirstBoot;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.FamilyKeygen;
import org.bulbil.tor.process.TorBinary;
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
  private final FamilyKey key;
  private final Surroundings surroundings;

  /**
   * @param key of the family
   * @param boot what the server of a founder runs first, and whom it lets in
   */
  LaunchWorld(Request request, Place place, FamilyKey key, Function<Founder, FirstBoot> boot) {
    this.rules = place.rules();
    this.key = key;
    this.http = new Http(new Http.Limits(rules.answer(), ANSWER_BYTES_MAX), request.ways().proxy());
    var provider = Landlord.of(place.lease(), http, new SystemTime(), Dice.secret());
    this.surroundings =
        new Surroundings(
            provider,
            chain(request.esplora()),
            new DirectoryRelays(new DirectoryClient(documents), Place.urls(request.directory())),
            new HttpCourier(letters),
            key,
            Belonging.bySignatures(),
            boot,
            Crew.of(HANDS));
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
    return new FamilyId(key.id());
  }

  /** The family's key in {@code folder}, made by tor where there is none yet. */
  static FamilyKey key(LaunchFolder folder, Optional<TorBinary> tor) throws IOException {
    var known = FamilyKey.find(folder.family(), LaunchFolder.KEY_NAME);
    if (known.isPresent()) {
      return known.get();
    }
    return tor.isPresent() ? made(folder, tor.get()) : drawn(folder);
  }

  private static FamilyKey made(LaunchFolder folder, TorBinary tor) throws IOException {
    return switch (new FamilyKeygen(tor).findOrMake(folder.family(), LaunchFolder.KEY_NAME)) {
      case Outcome.Done<FamilyKey>(FamilyKey key) -> key;
      case Outcome.Refused<FamilyKey>(String why, _) ->
          throw new Trouble("tor makes no family key: " + why);
      case Outcome.Unknown<FamilyKey>(String why) ->
          throw new Trouble("tor makes no family key: " + why);
    };
  }

  /** Without a tor on this machine: the same kind of key, from our own generator. */
  private static FamilyKey drawn(LaunchFolder folder) throws IOException {
    var fresh = FamilyKey.fresh(Dice.secret());
    fresh.write(folder.family(), LaunchFolder.KEY_NAME);
    return fresh;
  }

  @Override
  public void close() {
    http.close();
    documents.close();
    letters.close();
  }
}
