package org.bulbil.agent.settings;

import java.time.Duration;
import java.util.Optional;
import org.bulbil.hosting.bootstrap.BundleHash;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.naming.TsigKey.Algorithm;

/** The table {@code [site]} of a settings file; a file without one is a relay's. */
final class SiteTable {

  private static final int USUAL_PORT = 80;
  private static final int USUAL_COPIES = 2;

  private SiteTable() {}

  /** All or nothing: whatever breaks a rule is a fault of the whole table. */
  static Optional<SiteSettings> read(TomlReader toml) {
    var name = toml.text("site.name", "");
    var zone = toml.text("site.zone", name);
    var server = toml.text("site.nameserver", "");
    var ttl = toml.seconds("site.ttl_seconds", NameEntry.USUAL_TTL.toSeconds());
    var keyName = toml.text("site.key_name", "");
    var algorithm = toml.text("site.key_algorithm", Algorithm.HMAC_SHA256.text());
    var secret = toml.text("site.key_secret", "");
    int copies = toml.whole("site.copies", USUAL_COPIES);
    int port = toml.whole("site.port", USUAL_PORT);
    var program = toml.text("site.program", "nginx");
    var content = toml.text("site.content", "");
    var bytes = toml.seconds("site.content_bytes", 1).toSeconds();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return toml.tried(
        "site",
        name,
        _ ->
            new SiteSettings(
                entry(name, zone, ttl),
                NameServer.parse(server),
                new TsigKey(keyName, Algorithm.parse(algorithm), secret),
                copies,
                port,
                program,
                new BundleHash(content),
                bytes));
  }

  private static NameEntry entry(String name, String zone, Duration ttl) {
    return new NameEntry(new DomainName(name), new DomainName(zone), ttl);
  }

  static void write(TomlWriter toml, SiteSettings site) {
    toml.table("site")
        .put("name", site.entry().name().value())
        .put("zone", site.entry().zone().value())
        .put("ttl_seconds", site.entry().ttl().toSeconds())
        .put("nameserver", site.server().toString())
        .put("key_name", site.key().name())
        .put("key_algorithm", site.key().algorithm().text())
        .put("key_secret", site.key().secret())
        .put("copies", site.copies())
        .put("port", site.port())
        .put("program", site.program())
        .put("content", site.content().value())
        .put("content_bytes", site.contentBytes());
  }
}
