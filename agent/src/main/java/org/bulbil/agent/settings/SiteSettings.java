package org.bulbil.agent.settings;

import java.util.List;
import org.bulbil.hosting.bootstrap.BundleHash;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;

/**
 * What a static site is; the same for all its servers, so that each may plant the next.
 *
 * @param entry the name that points to its living servers
 * @param server the nameserver that has the say of it
 * @param key with which that may be changed; a secret, which this record does not print
 * @param copies servers that are to live at once, 1 to {@value #COPIES_MAX}
 * @param port where it is served over HTTP
 * @param program the web server, nginx by name or path
 * @param content hash of the archive that is shown
 * @param contentBytes length of the archive, at least 1
 */
public record SiteSettings(
    NameEntry entry,
    NameServer server,
    TsigKey key,
    int copies,
    int port,
    String program,
    BundleHash content,
    long contentBytes)
    implements WorkSettings {

  /** So many addresses fit into one answer over UDP, and each server asks all others. */
  public static final int COPIES_MAX = 12;

  private static final int PORT_MAX = 65_535;

  public SiteSettings {
    if (copies < 1 || copies > COPIES_MAX) {
      throw new IllegalArgumentException(
          "a site lives on 1 to %d servers, not %d".formatted(COPIES_MAX, copies));
    }
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
    if (contentBytes < 1) {
      throw new IllegalArgumentException("the content has at least a byte, not " + contentBytes);
    }
    if (!entry.name().isWithin(entry.zone())) {
      throw new IllegalArgumentException(
          "the name %s is not in the zone %s".formatted(entry.name(), entry.zone()));
    }
  }

  /** The web server; tor, which every server has, makes the onion service. */
  @Override
  public List<String> packages() {
    return List.of("nginx-light");
  }

  @Override
  public String toString() {
    return "site %s on %d servers".formatted(entry.name(), copies);
  }
}
