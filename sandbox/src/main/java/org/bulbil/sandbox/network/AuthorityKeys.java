package org.bulbil.sandbox.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.process.Program;
import org.bulbil.tor.process.TorBinary;
import org.bulbil.tor.process.TorFolder;
import org.bulbil.wire.Endpoint;

/**
 * Makes what a directory authority signs with, or finds it made: an identity, a signing key and a
 * certificate (tor-gencert), and the identity of its relay half (tor --list-fingerprint).
 */
record AuthorityKeys(NetworkSettings settings, TorFolder folder, InetSocketAddress dirPort) {

  /** Three RSA keys; 0.3 to 3 s each by luck, more on a crowded machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The key protects nothing but a toy network on this machine. */
  private static final String PASSPHRASE = "sandbox-only\n";

  private static final String MONTHS_VALID = "12";
  private static final Pattern IDENTITY = Pattern.compile("(?m)^fingerprint ([0-9A-F]{40})$");
  private static final Pattern EXPIRY = Pattern.compile("(?m)^dir-key-expires (.{19})$");
  private static final Pattern GROUPED = Pattern.compile("(?:[0-9A-F]{4} ){9}[0-9A-F]{4}");
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /**
   * Who an authority is.
   *
   * @param directory of its certificate (v3ident)
   * @param relay of its relay half
   */
  record Identity(Fingerprint directory, Fingerprint relay) {}

  Outcome<Identity> makeOrReuse(Instant now) throws IOException {
    folder.create();
    var made = isUsable(now) ? Outcome.done("kept") : make();
    if (!(made instanceof Outcome.Done)) {
      return made.flatMap(_ -> Outcome.unknown("unreachable"));
    }
    var certificate = Files.readString(certificate(), StandardCharsets.US_ASCII);
    return relay()
        .map(relay -> new Identity(Fingerprint.parse(found(IDENTITY, certificate)), relay));
  }

  private Path certificate() {
    return folder.keys().resolve("authority_certificate");
  }

  private boolean isUsable(Instant now) throws IOException {
    if (!Files.exists(certificate())) {
      return false;
    }
    var text = Files.readString(certificate(), StandardCharsets.US_ASCII);
    var expiry = LocalDateTime.parse(found(EXPIRY, text), UTC).toInstant(ZoneOffset.UTC);
    return text.contains("\ndir-address " + Endpoint.text(dirPort) + "\n")
        && expiry.isAfter(now.plus(Duration.ofDays(1)));
  }

  private Outcome<String> make() throws IOException {
    for (var name : List.of("authority_identity_key", "authority_signing_key")) {
      Files.deleteIfExists(folder.keys().resolve(name));
    }
    return Program.find("tor-gencert", String.valueOf(settings.tor().path().getParent()))
        .map(gencert -> gencert(gencert).run(folder.keys(), PASSPHRASE))
        .orElse(
            Outcome.refused("tor-gencert is missing; it comes with tor: " + TorBinary.INSTALL, 0));
  }

  private Program gencert(Path gencert) {
    return new Program(
        List.of(
            gencert.toString(),
            "--create-identity-key",
            "-m",
            MONTHS_VALID,
            "-a",
            Endpoint.text(dirPort),
            "-i",
            "authority_identity_key",
            "-s",
            "authority_signing_key",
            "-c",
            "authority_certificate",
            "--passphrase-fd",
            "0"),
        PATIENCE);
  }

  /** Tor wants an ORPort and an authority for this question; it uses neither. */
  private Outcome<Fingerprint> relay() {
    return new Program(
            List.of(
                settings.tor().path().toString(),
                "--quiet",
                "--ignore-missing-torrc",
                "-f",
                "/nonexistent",
                "--DataDirectory",
                folder.path().toString(),
                "--ORPort",
                "1",
                "--DirAuthority",
                "x 127.0.0.1:1 " + "f".repeat(40),
                "--list-fingerprint"),
            PATIENCE)
        .run(folder.path(), "")
        .map(said -> Fingerprint.parse(found(GROUPED, said)));
  }

  private static String found(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in what tor says: " + text);
    }
    return found.group(found.groupCount());
  }
}
