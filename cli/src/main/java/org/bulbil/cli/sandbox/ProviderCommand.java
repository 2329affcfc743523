package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.world.Market;
import org.bulbil.sandbox.world.MarketSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bulbil sandbox provider}. */
@Command(
    name = "provider",
    description = "The provider of servers, with the chain on which it is paid.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil sandbox provider --day 20s",
      "  curl http://127.0.0.1:18400/token",
      "  curl 'http://127.0.0.1:18400/slugs/flavors?provider=vultr'"
    })
public final class ProviderCommand implements Callable<Integer> {

  @Mixin private ServiceOptions services;

  @Override
  public Integer call() throws IOException {
    var time = new SystemTime();
    var folder = services.folder();
    var settings = services.market(folder, folder.path().resolve("bundles"));
    return ServiceRun.untilAsked(folder, time, () -> open(settings, time));
  }

  private ServiceRun.Service open(MarketSettings settings, Time time) throws IOException {
    var market = Market.open(settings, time, Dice.seeded(services.seed()));
    return new ServiceRun.Service(ServicesFile.NOTHING.with(market), market::close);
  }
}
