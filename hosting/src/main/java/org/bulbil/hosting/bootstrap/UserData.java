package org.bulbil.hosting.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a new server runs first: one POSIX script that fetches the bundle, checks its hash, installs
 * what it needs and keeps the agent running. Harmless to run again. It can be carried as {@link
 * #script}, {@link #base64} or {@link #cloudConfig}, by whichever way a provider has, or typed in
 * over SSH by root.
 *
 * @param settings text of the settings file; its only secret is the child's own credit token
 * @param bundle the program
 * @param sources folders on the web that hold the bundle under its {@link Bundle#fileName}, the
 *     preferred first; none is trusted
 * @param ports that the firewall opens
 * @param login who may log in afterwards
 * @param packages Debian packages that the work needs besides tor
 */
public record UserData(
    String settings,
    Bundle bundle,
    List<URI> sources,
    OpenPorts ports,
    Login login,
    List<String> packages) {

  /** A quarter of what SporeStack takes, so that base64 and a later provider's limit fit. */
  public static final int MAX_BYTES = 16 << 10;

  /** Each is tried in turn: more would only delay the rounds. */
  public static final int SOURCES_MAX = 8;

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private static final Pattern BLANK =
      Pattern.compile("@(SETTINGS|SHA256|BYTES|SOURCES|OR_PORT|STATUS_PORT|LOGIN|PACKAGES)@");

  /** The names of Debian packages (Debian Policy §5.6.1). */
  private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9+.-]+");

  /** For work that needs no packages of its own. */
  public UserData(String settings, Bundle bundle, List<URI> sources, OpenPorts ports, Login login) {
    this(settings, bundle, sources, ports, login, List.of());
  }

  public UserData {
    sources = List.copyOf(sources);
    packages = List.copyOf(packages);
    if (sources.isEmpty() || sources.size() > SOURCES_MAX) {
      throw new IllegalArgumentException(
          "a new server needs 1 to %d places to fetch its bundle from, not %d"
              .formatted(SOURCES_MAX, sources.size()));
    }
    sources.forEach(UserData::checked);
    packages.forEach(UserData::checked);
  }

  private static void checked(String name) {
    if (!PACKAGE.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a Debian package");
    }
  }

  private static void checked(URI source) {
    if (source.getHost() == null || !SCHEMES.contains(source.getScheme())) {
      throw new IllegalArgumentException(
          "a bundle is fetched over http or https, not from " + source);
    }
  }

  /**
   * The script.
   *
   * @throws IllegalArgumentException where it would be longer than {@link #MAX_BYTES}, or the
   *     settings hold the character NUL
   */
  public String script() {
    var values =
        Map.of(
            "SETTINGS", ShellWord.quoted(settings.stripTrailing()),
            "SHA256", bundle.hash().value(),
            "BYTES", Long.toString(bundle.bytes()),
            "SOURCES", ShellWord.quoted(sources.stream().map(this::file).toList()),
            "OR_PORT", Integer.toString(ports.work()),
            "STATUS_PORT", Integer.toString(ports.status()),
            "LOGIN", login.name().toLowerCase(Locale.ROOT),
            "PACKAGES", ShellWord.quoted(String.join(" ", packages)));
    return bounded(BLANK.matcher(template()).replaceAll(blank -> fill(blank, values)));
  }

  private String file(URI folder) {
    var base = folder.toString();
    return (base.endsWith("/") ? base : base + "/") + bundle.fileName();
  }

  /** The script in base64 (RFC 4648 §4), for a provider that wants it so. */
  public String base64() {
    return Base64.getEncoder().encodeToString(script().getBytes(StandardCharsets.UTF_8));
  }

  /** The same script, run by a cloud-config of cloud-init, for a provider that takes only that. */
  public String cloudConfig() {
    return """
        #cloud-config
        write_files:
        - path: /root/bulbil-first-boot
          permissions: '0700'
          encoding: b64
          content: %s
        runcmd:
        - [sh, /root/bulbil-first-boot]
        """
        .formatted(base64());
  }

  private static String fill(MatchResult blank, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(blank.group(1), blank.group()));
  }

  private static String bounded(String script) {
    int bytes = script.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a first-boot script of %d bytes, at most %d: shorten the settings"
              .formatted(bytes, MAX_BYTES));
    }
    return script;
  }

  private static String template() {
    try (var resource = UserData.class.getResourceAsStream("first-boot.sh")) {
      if (resource == null) {
        throw new IllegalStateException("first-boot.sh is missing from the hosting module");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the settings, which hold a credit token. */
  @Override
  public String toString() {
    return "user data that fetches bundle " + bundle.hash();
  }
}
