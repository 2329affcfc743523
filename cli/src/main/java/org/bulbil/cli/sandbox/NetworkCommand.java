package org.bulbil.cli.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.bulbil.cli.console.Trouble;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.network.NetworkSettings;
import org.bulbil.sandbox.network.SandboxNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bulbil sandbox network}. */
@Command(
    name = "network",
    description = "The private Tor network alone: three authorities, an exit, a client.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bulbil sandbox network",
      "  curl http://127.77.0.1:9030/tor/status-vote/current/consensus",
      "  curl --socks5-hostname 127.77.0.5:9050 http://127.77.1.80:18080/"
    })
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

  /** What to do where the network does not start; --network is the way round a taken address. */
  static Trouble noNetwork(Outcome<?> refusal) {
    var why = refusal instanceof Outcome.Refused<?>(String words, _) ? words : refusal.summary();
    return new Trouble("no Tor network: " + why + "; --network N chooses another 127.N.0.0/16");
  }

  private static ServiceRun.Service open(NetworkSettings settings, Time time)
      throws IOException, InterruptedException {
    var opened = SandboxNetwork.start(settings, time, System.out::println);
    var network = opened.answer().orElseThrow(() -> noNetwork(opened));
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
