package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.bulbil.cli.wiring.Dice;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.world.ChainServices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bulbil sandbox chain}. */
@Command(
    name = "chain",
    description = "The Bitcoin regtest chain alone, over Esplora's and Electrum's protocols.",
    mixinStandardHelpOptions = true)
public final class ChainCommand implements Callable<Integer> {

  @Mixin private ServiceOptions services;

  @Override
  public Integer call() throws IOException {
    var time = new SystemTime();
    return ServiceRun.untilAsked(services.folder(), time, () -> open(time));
  }

  private ServiceRun.Service open(Time time) throws IOException {
    var random = Dice.seeded(services.seed());
    var chain = ChainServices.open(services.block(), services.doors(), time, random);
    return new ServiceRun.Service(ServicesFile.NOTHING.with(chain), chain::close);
  }
}
