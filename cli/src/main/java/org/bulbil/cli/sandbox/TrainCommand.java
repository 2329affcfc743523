package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.money.Sats;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.sporestack.SporeStack;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.network.NetworkSettings;
import org.bulbil.sandbox.provider.estate.Server;
import org.bulbil.sandbox.witness.SelfReport;
import org.bulbil.sandbox.witness.StatusPages;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.WorldSettings;
import org.bulbil.tor.process.TorrcLine;
import org.bulbil.wire.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code bulbil sandbox train FILE}: lets one agent live for a moment and keeps what its JVM has
 * loaded and linked by then (an AOT cache, JEP 514), so that all later agents start in half the
 * time and share those pages. A step of the build.
 */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

  /** For each step of the agent's moment: far longer than it takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
  private static final int DAYS = 14;
  private static final Sats GIFT = Sats.of(60_000);

  /** A testing network that nobody else is in: tor runs and answers, and that is enough. */
  private static final List<String> LONELY =
      List.of(
          "TestingTorNetwork 1",
          "UseDefaultFallbackDirs 0",
          "AssumeReachable 1",
          "DirAuthority nobody orport=1 no-v2 v3ident="
              + "F".repeat(40)
              + " 127.0.0.1:1 "
              + "F".repeat(40),
          "__OwningControllerProcess " + ProcessHandle.current().pid());

  @Mixin private ServiceOptions services;

  @Parameters(paramLabel = "FILE", description = "The cache to be made.")
  private Path cache;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var time = new SystemTime();
    var folder = services.folder();
    var settings = services.market(folder);
    try (var http = new Http(Http.Limits.USUAL);
        var market = Market.open(settings, time, Dice.seeded(1))) {
      var network = NetworkSettings.usual(folder.path(), SandboxCommand.tor());
      var world = new WorldSettings(settings, network, 0, SandboxCommand.STATUS_PORT);
      plant(market, world, http, time);
      live(market, new StatusPages(http, SandboxCommand.STATUS_PORT), http, time);
      end(cache.toAbsolutePath().toString());
    }
    return Files.exists(cache) ? 0 : 1;
  }

  private void plant(Market market, WorldSettings world, Http http, Time time)
      throws InterruptedException {
    var provider = new SporeStack(http, SporeStackSettings.vultr(market.provider().uri()));
    var offers = provider.catalogue().answer().orElseThrow();
    var plan = offers.plan(SandboxRun.PLAN).orElseThrow();
    var planting = new Planting(provider, plan, DAYS, time);
    var region = offers.regions().subList(0, 1);
    planting.fund(Founders.of(region, 1, plan.slug(), Dice.seeded(1)), market.chain()::payNow);
    var text =
        new RelaySettingsText(
            world,
            market,
            LONELY.stream().map(TorrcLine::new).toList(),
            Optional.empty(),
            AgentCommand.ofThisProgram().training(cache.toAbsolutePath()).words(),
            Beneficiaries.day(time.now()));
    planting.launch(text::userData);
  }

  /** It shows its page, gets a gift, buys credit: most of what an agent ever does. */
  private static void live(Market market, StatusPages pages, Http http, Time time)
      throws InterruptedException {
    await("the status page", () -> ask(market, pages).map(it -> true).orElse(false), time);
    var address = ask(market, pages).orElseThrow().money().address();
    var _ = market.chain().payNow(List.of(new Payment(Address.parse(address), GIFT)));
    await("a purchase", () -> ask(market, pages).map(TrainCommand::hasPaid).orElse(false), time);
    server(market)
        .flatMap(Server::address)
        .ifPresent(
            address2 -> {
              for (var part : List.of("", "style.css", "address.png")) {
                URI page = pages.page(address2).resolve(part);
                var _ = http.get(page);
              }
            });
  }

  private static Optional<Server> server(Market market) {
    return market.provider().servers().stream().findFirst();
  }

  private static Optional<SelfReport> ask(Market market, StatusPages pages) {
    return server(market).flatMap(Server::address).flatMap(it -> pages.read(it).answer());
  }

  private static boolean hasPaid(SelfReport report) {
    return report.account().rentSat() > 0 && report.account().pending() == 0;
  }

  private static void await(String what, BooleanSupplier condition, Time time)
      throws InterruptedException {
    var deadline = time.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (!time.now().isBefore(deadline)) {
        throw new Trouble("the training agent did not come to " + what + " in " + PATIENCE);
      }
      time.pause(LOOK_AGAIN);
    }
  }

  /** The JVM writes the cache while it ends. */
  private static void end(String cache) throws InterruptedException {
    var agent =
        ProcessHandle.allProcesses()
            .filter(
                process -> process.info().arguments().map(it -> trains(it, cache)).orElse(false))
            .findFirst()
            .orElseThrow(() -> new Trouble("the training agent is gone"));
    agent.destroy();
    try {
      var _ = agent.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Trouble("the training agent does not end: " + e);
    }
  }

  private static boolean trains(String[] arguments, String cache) {
    return Arrays.asList(arguments).contains(AgentCommand.CACHE_OUTPUT + cache);
  }
}
