package org.bulbil.agent.settings;

import java.util.Optional;
import org.bulbil.core.contact.Email;
import org.bulbil.core.contact.HttpsUrl;
import org.bulbil.core.contact.Website;
import org.bulbil.core.contact.Website.Proof;

/** The table {@code [relay]} of a settings file. */
final class RelayTable {

  private static final Email ANYBODY = new Email("anybody@nowhere.test");

  /** A file that vouches for children as well, whom a list of relays cannot foresee. */
  private static final Proof USUAL = Proof.URI_FAMILYID_ED25519;

  private RelayTable() {}

  static RelaySettings read(TomlReader toml) {
    return new RelaySettings(
        toml.required("relay.email", ANYBODY, Email::new),
        toml.text("relay.hoster", ""),
        toml.text("relay.tor", "tor"),
        toml.checked("relay.or_port", 9001, 9001, TomlReader::port),
        toml.checked("relay.status_port", 8080, 8080, TomlReader::port),
        toml.texts("relay.extra_torrc"),
        website(toml),
        page(toml, "relay.donation_url"));
  }

  private static Optional<Website> website(TomlReader toml) {
    var named = toml.text("relay.proof", USUAL.toString());
    var proof = toml.tried("relay.proof", named, Proof::parse);
    return page(toml, "relay.url").flatMap(url -> proof.map(known -> new Website(url, known)));
  }

  private static Optional<HttpsUrl> page(TomlReader toml, String key) {
    return Optional.of(toml.text(key, ""))
        .filter(url -> !url.isEmpty())
        .flatMap(url -> toml.tried(key, url, HttpsUrl::new));
  }

  static void write(TomlWriter toml, RelaySettings relay) {
    toml.table("relay")
        .put("email", relay.email().value())
        .put("hoster", relay.hoster())
        .put("tor", relay.binary())
        .put("or_port", relay.orPort())
        .put("status_port", relay.statusPort())
        .put("extra_torrc", relay.extra())
        .put("url", relay.website().map(site -> site.url().value()).orElse(""))
        .put("proof", relay.website().map(Website::proof).orElse(USUAL).toString())
        .put("donation_url", relay.donations().map(HttpsUrl::value).orElse(""));
  }
}
