package org.bulbil.sandbox.nameserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** The files by which bind9 is told what to do, as its manual has them. */
record NamedConfig(ZoneSettings settings) {

  /** What the key is called. */
  static final String KEY = "site-key";

  private static final int SECRET_BYTES = 32;

  private static final String CONFIG =
      """
      options {
        directory "%FOLDER%";
        pid-file "%FOLDER%/named.pid";
        session-keyfile "%FOLDER%/session.key";
        listen-on port %PORT% { %HOST%; };
        listen-on-v6 { none; };
        recursion no;
        notify no;
        dnssec-validation no;
        allow-transfer { none; };
        minimal-responses yes;
      };
      controls { };
      include "%KEY_FILE%";
      zone "%ZONE%" {
        type primary;
        file "%ZONE_FILE%";
        update-policy { grant %KEY% name %NAME% A AAAA; };
      };
      """;

  private static final String ZONE =
      """
      $TTL %TTL%
      @ IN SOA ns.%ZONE%. hostmaster.%ZONE%. ( 1 3600 600 86400 %TTL% )
      @ IN NS ns.%ZONE%.
      ns IN A %HOST%
      other IN CNAME ns.%ZONE%.
      """;

  /** Writes them anew, but for a key and a zone that are there already. */
  void write(RandomGenerator random) throws IOException {
    Files.createDirectories(settings.folder());
    Files.writeString(settings.config(), filled(CONFIG));
    writeNew(settings.keyFile(), key(random));
    writeNew(settings.zoneFile(), filled(ZONE));
  }

  private static void writeNew(Path file, String text) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    }
  }

  private static String key(RandomGenerator random) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return "key \"%s\" {\n\talgorithm hmac-sha256;\n\tsecret \"%s\";\n};\n"
        .formatted(KEY, Base64.getEncoder().encodeToString(secret));
  }

  private String filled(String template) {
    return template
        .replace("%FOLDER%", settings.folder().toString())
        .replace("%PORT%", Integer.toString(settings.where().getPort()))
        .replace("%HOST%", settings.where().getAddress().getHostAddress())
        .replace("%KEY_FILE%", settings.keyFile().toString())
        .replace("%KEY%", KEY)
        .replace("%ZONE_FILE%", settings.zoneFile().toString())
        .replace("%ZONE%", settings.zone())
        .replace("%NAME%", settings.name())
        .replace("%TTL%", Long.toString(settings.ttl().toSeconds()));
  }
}
