package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bulbil.cli.bundle.BundleFile;
import org.bulbil.cli.console.InstalledTor;
import org.bulbil.cli.console.Terminal;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.sandbox.network.NetworkSettings;
import org.bulbil.sandbox.storm.StormSettings;
import org.bulbil.sandbox.storm.StormSettings.Reach;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.process.TorBinary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bulbil sandbox}. */
@Command(
    name = "sandbox",
    description =
        "The whole life of relays on this machine: real Tor, a Bitcoin regtest chain, a provider of"
            + " servers, donors. Nothing leaves the machine. Ctrl-C ends it and prints the account.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil sandbox                                   fourteen regions, days of a minute",
      "  bulbil sandbox --regions 3 --day 20s --until 6m  a small world in a hurry",
      "  bulbil sandbox --storm 6s --until 10m            kills processes; is anything lost?",
      "  bulbil sandbox --no-relays --site public         a site that hosts itself",
      "  bulbil sandbox --seed 7 --json | grep '\"will\"'   events for a script",
      "  bulbil sandbox chain                             only the chain, to point a wallet at"
    },
    subcommands = {ChainCommand.class, ProviderCommand.class, NetworkCommand.class})
public final class SandboxCommand implements Callable<Integer> {

  static final int STATUS_PORT = 8080;

  @Spec private CommandSpec spec;

  @Mixin private ServiceOptions services;

  @Option(
      names = "--regions",
      paramLabel = "N",
      defaultValue = "14",
      description = "Regions with relays (default ${DEFAULT-VALUE}, which is all).")
  private int regions;

  @Option(
      names = "--per-region",
      paramLabel = "N",
      defaultValue = "2",
      description = "First relays in each region (default ${DEFAULT-VALUE}).")
  private int perRegion;

  @Option(
      names = "--no-relays",
      description = "No first relays: a world for 'bulbil launch --sandbox FOLDER/sandbox.json'.")
  private boolean isEmpty;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description = "Days that the first leases are paid for (default ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--donors",
      paramLabel = "N",
      defaultValue = "12",
      description = "Donors; 0 for none (default ${DEFAULT-VALUE}).")
  private int donors;

  @Option(
      names = "--until",
      paramLabel = "SPAN",
      description = "Ends by itself after this time, such as 10m.")
  private Optional<Duration> until;

  @Option(
      names = "--storm",
      paramLabel = "SPAN",
      description =
          "Kills agents, tors and the provider at random, one every SPAN on average, such as 6s.")
  private Optional<Duration> storm;

  @Option(
      names = "--storm-chain",
      description =
          "The storm also silences a chain server, evicts payments, reorganises up to 3 blocks.")
  private boolean stormChain;

  @Option(
      names = "--storm-servers",
      description = "The storm also takes away whole servers, as long as another lives.")
  private boolean stormServers;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description =
          "A static site of this folder lives there too, at a name of bind9; with --no-relays it"
              + " lives alone.")
  private Optional<Path> site;

  @Option(
      names = "--site-copies",
      paramLabel = "N",
      defaultValue = "2",
      description = "Servers of the site that are to live at once (default ${DEFAULT-VALUE}).")
  private int siteCopies;

  @Option(
      names = "--site-ttl",
      paramLabel = "SPAN",
      defaultValue = "5s",
      description = "How long its addresses may be remembered (default ${DEFAULT-VALUE}).")
  private Duration siteTtl;

  @Option(
      names = "--nameserver-port",
      paramLabel = "PORT",
      defaultValue = "18453",
      description = "Of bind9 on 127.0.0.1, where there is a site (default ${DEFAULT-VALUE}).")
  private int nameserverPort;

  @Option(names = "--no-atlas", description = "No public map of this world.")
  private boolean noAtlas;

  @Option(
      names = "--atlas-port",
      paramLabel = "PORT",
      defaultValue = "18404",
      description = "Of the map on 127.0.0.1 (default ${DEFAULT-VALUE}; 0: any).")
  private int atlasPort;

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    checkNumbers();
    var folder = services.folder();
    var seed = services.seed();
    var time = new SystemTime();
    var image = ServerImage.of(BundleFile.ofThisProgram());
    var sitePlan = sitePlan(folder);
    var settings =
        new WorldSettings(
            services.market(folder, image.bundles()),
            network(folder, tor(), services),
            donors,
            STATUS_PORT,
            sitePlan.map(SandboxSite.Plan::terms));
    var planned =
        new SandboxRun.Plan(
            settings,
            regions,
            isEmpty ? 0 : perRegion,
            days,
            seed,
            until,
            noAtlas ? Optional.empty() : Optional.of(atlasPort),
            sitePlan,
            weather());
    return new SandboxRun(planned, image, folder, show(time), time, Dice.seeded(seed)).run();
  }

  private void checkNumbers() {
    check("--regions", regions, 1, 14);
    check("--per-region", perRegion, 1, 20);
    check("--days", days, 1, 90);
    check("--donors", donors, 0, 1000);
    check("--site-copies", siteCopies, 1, 12);
    check("--nameserver-port", nameserverPort, 1, 65_535);
    check("--atlas-port", atlasPort, 0, 65_535);
  }

  private Optional<StormSettings> weather() {
    if ((stormChain || stormServers) && storm.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--storm-chain and --storm-servers need --storm SPAN");
    }
    if (stormChain && stormServers) {
      throw new ParameterException(
          spec.commandLine(), "--storm-chain and --storm-servers are not for the same storm");
    }
    return storm.map(pause -> new StormSettings(pause, reach()));
  }

  private Reach reach() {
    if (stormServers) {
      return Reach.SERVERS_TOO;
    }
    return stormChain ? Reach.CHAIN_TOO : Reach.PROCESSES;
  }

  private Optional<SandboxSite.Plan> sitePlan(WorkFolder folder) throws IOException {
    return site.isEmpty()
        ? Optional.empty()
        : Optional.of(SandboxSite.plan(site.get(), siteCopies, siteTtl, nameserverPort, folder));
  }

  private void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s must be %d to %d, not %d".formatted(option, least, most, value));
    }
  }

  private Show show(SystemTime time) {
    if (json) {
      return new JsonLines(System.out, System.err);
    }
    return Terminal.isThere()
        ? new LiveTable(System.out, new Terminal(), time, services.day())
        : new PlainLines(System.out, time, time.now());
  }

  static TorBinary tor() {
    return InstalledTor.find();
  }

  static NetworkSettings network(WorkFolder folder, TorBinary tor, ServiceOptions services) {
    return NetworkSettings.usual(folder.path().resolve("net"), tor)
        .with(services.network())
        .withSocksPort(services.socks());
  }
}
