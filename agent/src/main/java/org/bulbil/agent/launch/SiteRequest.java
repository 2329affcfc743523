package org.bulbil.agent.launch;

import io.avaje.jsonb.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.hosting.bootstrap.BundleHash;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;

/**
 * What static site a launch is for. The key of its name is not in it: that lies beside it, in the
 * launch folder.
 *
 * @param name of the site; empty where relays are launched
 * @param zone of the nameserver that the name is in
 * @param nameserver {@code host:port}
 * @param ttlSeconds for how long others may remember an address
 * @param copies servers that are to live at once
 * @param port where it is shown
 * @param program the web server
 * @param content hash of the archive
 * @param contentBytes length of it
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SiteRequest(
    String name,
    String zone,
    String nameserver,
    long ttlSeconds,
    int copies,
    int port,
    String program,
    String content,
    long contentBytes) {

  /** No site. */
  public static final SiteRequest NONE = new SiteRequest("", "", "", 0, 0, 0, "", "", 0);

  public boolean isAsked() {
    return !name.isEmpty();
  }

  /** What the servers are told; {@link IllegalArgumentException} where a rule is broken. */
  public SiteSettings settings(TsigKey key) {
    return new SiteSettings(
        new NameEntry(new DomainName(name), new DomainName(zone), Duration.ofSeconds(ttlSeconds)),
        NameServer.parse(nameserver),
        key,
        copies,
        port,
        program,
        new BundleHash(content),
        contentBytes);
  }

  List<String> differences(SiteRequest other) {
    var found = new ArrayList<String>();
    Request.differ(found, "--name", name, other.name);
    Request.differ(found, "--zone", zone, other.zone);
    Request.differ(found, "--nameserver", nameserver, other.nameserver);
    Request.differ(found, "--ttl", ttlSeconds, other.ttlSeconds);
    Request.differ(found, "--copies", copies, other.copies);
    Request.differ(found, "--port", port, other.port);
    Request.differ(found, "the content", content, other.content);
    return found;
  }
}
