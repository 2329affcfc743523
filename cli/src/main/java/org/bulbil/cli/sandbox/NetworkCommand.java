package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.network.NetworkSettings;
import org.bulbil.sandbox.network.SandboxNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bulbil sandbox network}. */
@Command(
    name = "network",
    description = "The private Tor network alone: three authorities, an exit, a client.",
    mixinStandardHelpOptions = true)
public final class NetworkCommand implements Callable<Integer> {

  private static final Duration TRAFFIC_WAIT = Duration.ofMinutes(3);

  @Mixin private ServiceOptions services;

  @Override
  public Integer call() throws IOException {
    var time = new SystemTime();
    var folder = services.folder();
    var settings = SandboxCommand.network(folder, SandboxCommand.tor(), services);
    return ServiceRun.untilAsked(folder, time, () -> open(settings, time));
  }

  private static ServiceRun.Service open(NetworkSettings settings, Time time)
      throws IOException, InterruptedException {
    var opened = SandboxNetwork.start(settings, time, System.out::println);
    var network = opened.answer().orElseThrow(() -> new Trouble(opened.summary()));
    try {
      var traffic = network.awaitTraffic(TRAFFIC_WAIT);
      System.out.println("traffic through the network: " + traffic.summary());
      return new ServiceRun.Service(ServicesFile.NOTHING.with(network), network::close);
    } catch (IOException | InterruptedException e) {
      network.close();
      throw e;
    }
  }
}
