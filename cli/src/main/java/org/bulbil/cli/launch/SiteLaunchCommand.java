package org.bulbil.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.SiteRequest;
import org.bulbil.agent.site.Content;
import org.bulbil.agent.site.Packing;
import org.bulbil.cli.console.Trouble;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.naming.dns.DnsNameRecords;
import org.bulbil.naming.dns.Zones;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bulbil launch site}. */
@Command(
    name = "site",
    description =
        "Starts a static site that hosts itself: buys a server for each copy, hands them the"
            + " content, and follows them until the name points to them. From then on they renew"
            + " themselves, keep the name, and plant a copy that is missing, as long as readers"
            + " pay for it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil launch site ./public --name example.org --nameserver ns1.example.org \\",
      "      --key-file example.key --copies 2 --renew weekly --email me@riseup.net",
      "  bulbil launch site --resume --dir my-launch              go on where it was",
      "The key file is what 'tsig-keygen NAME' prints, and the nameserver must let that key change",
      "the addresses (A) of the name. Every server is told the key: docs/site.md says what that",
      "trusts.",
      "Exit codes: 0 the name points to all copies, 1 not to all (yet), 2 it was typed wrongly."
    })
public final class SiteLaunchCommand extends Launching {

  private static final int USUAL_COPIES = 2;
  private static final int USUAL_PORT = 80;
  private static final String USUAL_PROGRAM = "nginx";

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder of static files, with an index.html; needed at the first start.")
  private Optional<Path> source = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME", description = "The site's name in the DNS.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--copies",
      paramLabel = "N",
      description = "Servers that are to live at once, each in a region of its own (default 2).")
  private Optional<Integer> copies = Optional.empty();

  @Option(
      names = "--nameserver",
      paramLabel = "HOST[:PORT]",
      description = "The name's primary nameserver, which takes updates (RFC 2136).")
  private Optional<String> nameserver = Optional.empty();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The key (TSIG) that may change the name, as tsig-keygen prints it.")
  private Optional<Path> keyFile = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "NAME",
      description = "The zone that the name is in (default: the nameserver is asked).")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--ttl",
      paramLabel = "SPAN",
      description = "For how long others may remember an address (default 60s).")
  private Optional<Duration> ttl = Optional.empty();

  @Option(names = "--port", paramLabel = "N", description = "Where it is shown (default 80).")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--web-server",
      paramLabel = "PROGRAM",
      description = "nginx on the servers, by name or path (default nginx).")
  private Optional<String> program = Optional.empty();

  /** There is one rhythm, that of top-ups of seven days; to say it does no harm. */
  @Option(
      names = "--renew",
      paramLabel = "RHYTHM",
      description = "How often a server renews its lease: weekly (default).")
  void renew(String rhythm) {
    if (!rhythm.equals("weekly")) {
      throw wrong("--renew: a lease is renewed weekly, not '" + rhythm + "'");
    }
  }

  /** Packed for this run; moved into the launch folder when there is one. */
  private Optional<Path> packed = Optional.empty();

  private Optional<TsigKey> key = Optional.empty();

  @Override
  Request shaped(Request asked) {
    var site = site(asked.site());
    key.ifPresent(site::settings); // What breaks a rule is told before anything is bought.
    return asked.with(site);
  }

  private SiteRequest site(SiteRequest known) {
    key = keyFile.map(SiteLaunchCommand::key);
    var content = source.map(this::pack);
    var asked = needed("--name", name, known.name());
    var server = NameServer.parse(needed("--nameserver", nameserver, known.nameserver()));
    var site =
        new SiteRequest(
            new DomainName(asked).value(),
            zone.orElseGet(() -> known.isAsked() ? known.zone() : zone(asked, server)),
            server.toString(),
            ttl.map(Duration::toSeconds)
                .orElse(known.isAsked() ? known.ttlSeconds() : NameEntry.USUAL_TTL.toSeconds()),
            copies.orElse(known.isAsked() ? known.copies() : USUAL_COPIES),
            port.orElse(known.isAsked() ? known.port() : USUAL_PORT),
            program.orElse(known.isAsked() ? known.program() : USUAL_PROGRAM),
            content.map(it -> it.hash().value()).orElse(known.content()),
            content.map(Content::bytes).orElse(known.contentBytes()));
    if (site.content().isEmpty()) {
      throw wrong("DIR: name the folder that the site is made of");
    }
    return site;
  }

  private String needed(String option, Optional<String> said, String known) {
    var text = said.orElse(known);
    if (text.isEmpty()) {
      throw wrong(option + " is needed for a site");
    }
    return text;
  }

  private static TsigKey key(Path file) {
    try {
      return TsigKey.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new Trouble("--key-file: there is no file " + file);
    } catch (IOException e) {
      throw new Trouble("cannot read the key " + file + ": " + e.getMessage());
    }
  }

  private String zone(String asked, NameServer server) {
    var known = key.orElseThrow(() -> wrong("--key-file is needed for a site"));
    var found = Zones.of(new DomainName(asked), server, known);
    return found
        .answer()
        .map(DomainName::value)
        .orElseThrow(() -> new Trouble("--nameserver: " + found.summary()));
  }

  private Content pack(Path folder) {
    try {
      var archive = passing().resolve(LaunchWork.ARCHIVE);
      archive.toFile().deleteOnExit();
      packed = Optional.of(archive);
      return Packing.pack(folder, archive).orElseThrow(Trouble::new);
    } catch (IOException e) {
      throw new Trouble("the site cannot be packed: " + e.getMessage());
    }
  }

  @Override
  void rehearse(Request request) {
    key.map(request.site()::settings)
        .map(site -> new DnsNameRecords(site.server(), site.key(), site.entry()))
        .map(DnsNameRecords::rehearse)
        .ifPresent(answer -> answer.orElseThrow(SiteLaunchCommand::unkept));
  }

  private static Trouble unkept(String why) {
    return new Trouble("the name cannot be kept, so nothing is bought: " + why);
  }

  /** A folder that is gone when this program ends, with what was marked so after it. */
  private static Path passing() throws IOException {
    var folder = Files.createTempDirectory("bulbil-site");
    folder.toFile().deleteOnExit();
    return folder;
  }

  /** The archive and the key stay in the folder: a launch that is resumed needs both. */
  @Override
  void prepare(LaunchFolder folder) throws IOException {
    if (packed.isPresent()) {
      Files.move(
          packed.get(),
          folder.path().resolve(LaunchWork.ARCHIVE),
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (key.isPresent()) {
      keepKey(folder.path().resolve(LaunchWork.NAME_KEY), key.get());
    }
    if (Files.notExists(folder.path().resolve(LaunchWork.NAME_KEY))) {
      throw wrong("--key-file is needed for a site");
    }
  }

  private static void keepKey(Path file, TsigKey key) throws IOException {
    var owner = PosixFilePermissions.fromString("rw-------");
    var fresh = file.resolveSibling(LaunchWork.NAME_KEY + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(owner));
    Files.writeString(fresh, key.file());
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
