package org.bulbil.cli.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.Welcoming;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.agent.site.Content;
import org.bulbil.agent.site.ContentDoor;
import org.bulbil.agent.site.ContentErrand;
import org.bulbil.agent.site.ContentShelf;
import org.bulbil.agent.site.SiteIdentity;
import org.bulbil.agent.site.SiteVisit;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.TsigKey;
import org.bulbil.naming.dns.DnsNameRecords;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.FamilyKeygen;
import org.bulbil.tor.process.TorBinary;

/** What a launch is for. */
sealed interface LaunchWork {

  /** Of the launch folder: what a site shows. */
  String ARCHIVE = "content.zip";

  /** Of the launch folder: the key of a site's name, as tsig-keygen prints it. */
  String NAME_KEY = "name.key";

  /** The family of everything that is launched. */
  FamilyId family();

  /** What founders are told, given what is the same whatever the work is. */
  Settings told(Settings template);

  /** What is launched in {@code folder}. */
  static LaunchWork of(LaunchFolder folder, Request request, Optional<TorBinary> tor)
      throws IOException {
    return request.site().isAsked() ? site(folder, request) : new Relays(key(folder, tor));
  }

  private static Site site(LaunchFolder folder, Request request) throws IOException {
    var key = TsigKey.parse(Files.readString(folder.path().resolve(NAME_KEY)));
    return new Site(request.site().settings(key), folder.path().resolve(ARCHIVE));
  }

  /**
   * Tor relays.
   *
   * @param key of their family
   */
  record Relays(FamilyKey key) implements LaunchWork {
    @Override
    public FamilyId family() {
      return new FamilyId(key.id());
    }

    @Override
    public Settings told(Settings template) {
      return template;
    }
  }

  /**
   * A static site.
   *
   * @param archive what it shows
   */
  record Site(SiteSettings settings, Path archive) implements LaunchWork {
    @Override
    public FamilyId family() {
      return SiteIdentity.family(settings.entry().name());
    }

    @Override
    public Settings told(Settings template) {
      return template.withSite(settings);
    }

    Welcoming welcoming(Network network) {
      var visit = new SiteVisit(settings.entry().name(), settings.port(), network);
      return new Welcoming.OfSite(
          new DnsNameRecords(settings.server(), settings.key(), settings.entry()),
          where -> visit.at(where).map(page -> new Fingerprint(page.fingerprint())),
          this::bring);
    }

    private Outcome<URI> bring(URI page) {
      var content = new Content(settings.content(), settings.contentBytes());
      var shelf = new ContentShelf(content, archive.resolveSibling("content"));
      try (var errand = new ContentErrand(shelf)) {
        return errand.bring(page.resolve(ContentDoor.PATH), archive).map(_ -> page);
      }
    }
  }

  /** The family's key in {@code folder}, made by tor where there is none yet. */
  private static FamilyKey key(LaunchFolder folder, Optional<TorBinary> tor) throws IOException {
    var known = FamilyKey.find(folder.family(), LaunchFolder.KEY_NAME);
    if (known.isPresent()) {
      return known.get();
    }
    return tor.isPresent() ? made(folder, tor.get()) : drawn(folder);
  }

  private static FamilyKey made(LaunchFolder folder, TorBinary tor) throws IOException {
    return new FamilyKeygen(tor)
        .findOrMake(folder.family(), LaunchFolder.KEY_NAME)
        .orElseThrow(why -> new Trouble("tor makes no family key: " + why));
  }

  /** Without a tor on this machine: the same kind of key, from our own generator. */
  private static FamilyKey drawn(LaunchFolder folder) throws IOException {
    var fresh = FamilyKey.fresh(Dice.secret());
    fresh.write(folder.family(), LaunchFolder.KEY_NAME);
    return fresh;
  }
}
