package org.bulbil.cli.sandbox;

import java.util.concurrent.Callable;
import org.bulbil.cli.Dice;
import org.bulbil.cli.SystemTime;
import org.bulbil.sandbox.world.Market;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bulbil sandbox provider}. */
@Command(
    name = "provider",
    description = "The provider of servers, with the chain on which it is paid.",
    mixinStandardHelpOptions = true)
public final class ProviderCommand implements Callable<Integer> {

  @Mixin private ServiceOptions services;

  @Override
  public Integer call() throws Exception {
    var time = new SystemTime();
    var folder = services.folder();
    var settings = services.market(folder);
    return ServiceRun.untilAsked(
        folder,
        time,
        () -> Market.open(settings, time, Dice.seeded(services.seed())),
        ServicesFile.NOTHING::with);
  }
}
