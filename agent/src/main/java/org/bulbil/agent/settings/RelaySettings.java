package org.bulbil.agent.settings;

import java.util.List;
import java.util.Optional;
import org.bulbil.core.contact.Email;
import org.bulbil.core.contact.HttpsUrl;
import org.bulbil.core.contact.Website;

/**
 * What the Tor relay is; of another workload, what it has in common with one: e-mail, status port,
 * tor.
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
