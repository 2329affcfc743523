package org.bulbil.cli.launch;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.agent.launch.Request;
import org.bulbil.agent.launch.SiteRequest;
import org.bulbil.agent.launch.Ways;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.console.ChainServers;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.sandbox.ServicesFile;
import org.bulbil.cli.sandbox.WorldTerms;
import org.bulbil.hosting.bootstrap.SshKey;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import picocli.CommandLine.Option;

/** What is asked for. What is not said is as in the folder, else as is usual. */
final class LaunchOptions {

  /**
   * Directory authorities, asked once in half an hour while relays appear. Their addresses are
   * those of tor's own list (0.4.9).
   */
  private static final List<String> AUTHORITIES =
      List.of(
          "http://217.196.147.77:80", // tor26
          "http://45.66.35.11:80", // dizum
          "http://131.188.40.189:80"); // gabelmoo

  private static final int CENTS = 2;

  @Option(
      names = "--provider",
      paramLabel = "URL",
      description = "Of the provider's API (default: SporeStack's).")
  private Optional<URI> provider = Optional.empty();

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Whose servers SporeStack resells: vultr (default) or digitalocean.")
  private Optional<String> backend = Optional.empty();

  @Option(
      names = "--regions",
      paramLabel = "LIST",
      split = ",",
      description = "all (default), a number of them far apart, or their names.")
  private List<String> regions = List.of();

  @Option(
      names = "--per-region",
      paramLabel = "N",
      description = "Relays in each region (default 2).")
  private Optional<Integer> perRegion = Optional.empty();

  @Option(
      names = "--plan",
      paramLabel = "NAME",
      description = "Size of the servers (default: the cheapest with IPv4 and a gigabyte).")
  private Optional<String> plan = Optional.empty();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days that the first leases are paid for (default 14).")
  private Optional<Integer> days = Optional.empty();

  @Option(
      names = "--max-cost",
      paramLabel = "DOLLARS",
      description = "The whole may cost, fees included (default: what the bill says).")
  private Optional<BigDecimal> most = Optional.empty();

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Of a person who answers: it stands in every relay's contact line.")
  private Optional<String> email = Optional.empty();

  @Option(
      names = "--beneficiary",
      paramLabel = "FILE|TEXT",
      description =
          "Who gets what a relay leaves: a file with tables [[beneficiary]], or"
              + " 'NAME|ADDRESS|PAGE|CHECKED|EXPIRES', or 'default' for the built-in list. May be"
              + " given several times.")
  private List<String> beneficiaries = List.of();

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "A folder on the web from which new servers fetch their program.")
  private List<URI> mirrors = List.of();

  @Option(
      names = "--directory",
      paramLabel = "URL",
      description = "A Tor directory server that is asked which relays are Running.")
  private List<URI> directory = List.of();

  @Option(
      names = "--esplora",
      paramLabel = "URL",
      description = "A chain server; several must agree (default: two public ones).")
  private List<URI> esplora = List.of();

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "mainnet (default), testnet, signet or regtest.")
  private Optional<String> network = Optional.empty();

  @Option(
      names = "--copy-key",
      paramLabel = "KEY",
      description = "Relays show their wallet's words sealed to it; see 'bulbil wallet key'.")
  private Optional<String> copyKey = Optional.empty();

  @Option(
      names = "--stop-key",
      paramLabel = "KEY",
      description = "Relays obey orders to stop that are signed with it; they can never spend.")
  private Optional<String> stopKey = Optional.empty();

  @Option(
      names = "--ssh-key",
      paramLabel = "FILE",
      description =
          "A public key whose holder may log in on these servers, not on their children's (default:"
              + " nobody may).")
  private Optional<Path> sshKey = Optional.empty();

  @Option(
      names = "--tunnel",
      paramLabel = "HOST:PORT",
      description =
          "Asks provider and chain through this proxy and never past it, such as tor's"
              + " HTTPTunnelPort.")
  private Optional<String> tunnel = Optional.empty();

  @Option(
      names = "--user-data",
      paramLabel = "FORM",
      description = "How the provider takes the first script: plain or base64 (default: as usual).")
  private Optional<String> userData = Optional.empty();

  @Option(
      names = "--operating-system",
      paramLabel = "NAME",
      description = "Of new servers, by the provider's name (default: its Debian).")
  private Optional<String> operatingSystem = Optional.empty();

  @Option(
      names = "--sandbox",
      paramLabel = "FILE",
      description = "The sandbox.json of a running 'bulbil sandbox --no-relays'.")
  private Optional<String> sandbox = Optional.empty();

  /** Where the sandbox is described that is asked for. */
  Optional<String> sandboxFile() {
    return sandbox;
  }

  /** What is usual outside a sandbox. */
  static Request usual(Network chosen) {
    return usual(
        SporeStackSettings.CLEARNET.toString(),
        "vultr",
        chosen,
        texts(ChainServers.of(chosen)),
        chosen == Network.MAINNET ? AUTHORITIES : List.of(),
        "");
  }

  /** What is usual in the sandbox that {@code file} describes. */
  static Request usualIn(ServicesFile world, String file) {
    return usual(
        String.valueOf(world.provider()),
        WorldTerms.BACKEND,
        Network.REGTEST,
        world.esplora(),
        world.directory(),
        file);
  }

  private static Request usual(
      String provider,
      String backend,
      Network network,
      List<String> esplora,
      List<String> directory,
      String sandbox) {
    return new Request(
        Request.FORMAT,
        provider,
        backend,
        network.toString(),
        esplora,
        directory,
        List.of("all"),
        2,
        "",
        14,
        0,
        "",
        List.of(),
        List.of(),
        "",
        "",
        "",
        Ways.USUAL,
        SiteRequest.NONE,
        sandbox);
  }

  Network network(Network otherwise) {
    return network.map(Network::parse).orElse(otherwise);
  }

  /** What is asked for, where {@code known} says what is not said. */
  Request over(Request known) {
    var words = new BeneficiaryWords(network(Network.parse(known.network())));
    return new Request(
        Request.FORMAT,
        provider.map(URI::toString).orElse(known.provider()),
        backend.orElse(known.backend()),
        network.orElse(known.network()),
        esplora.isEmpty() ? known.esplora() : texts(esplora),
        directory.isEmpty() ? known.directory() : texts(directory),
        regions.isEmpty() ? known.regions() : regions,
        perRegion.orElse(known.perRegion()),
        plan.orElse(known.plan()),
        days.orElse(known.days()),
        most.map(LaunchOptions::cents).orElse(known.mostCents()),
        email.orElse(known.email()),
        beneficiaries.isEmpty()
            ? known.beneficiaries()
            : Request.patrons(words.read(beneficiaries)),
        mirrors.isEmpty() ? known.mirrors() : texts(mirrors),
        copyKey.orElse(known.copyKey()),
        stopKey.orElse(known.stopKey()),
        sshKey.map(LaunchOptions::publicKey).orElse(known.sshKey()),
        ways(known.ways()),
        known.site(),
        known.sandbox());
  }

  private Ways ways(Ways known) {
    var asked =
        new Ways(
            tunnel.orElse(known.tunnel()),
            userData.orElse(known.userData()),
            operatingSystem.orElse(known.operatingSystem()));
    asked.proxy();
    asked.particulars();
    return asked;
  }

  private static String publicKey(Path file) {
    try {
      return new SshKey(Files.readString(file).strip()).line();
    } catch (IOException e) {
      throw new Trouble("cannot read the SSH key " + file + ": " + e.getMessage());
    }
  }

  private static long cents(BigDecimal dollars) {
    try {
      return dollars.movePointRight(CENTS).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("--max-cost is dollars with two decimals at most", e);
    }
  }

  private static List<String> texts(List<URI> urls) {
    return urls.stream().map(URI::toString).toList();
  }
}
