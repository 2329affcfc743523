package org.bulbil.sandbox.world;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.Stream;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.provider.SandboxProvider;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Terms;
import org.bulbil.sandbox.provider.machine.ProcessMachines;
import org.bulbil.sandbox.witness.Rental;

/** Where money buys servers: a chain, and a provider that is paid on it. */
public final class Market implements AutoCloseable {

  /** Short, since the control sockets of the servers' tors lie below it. */
  private static final String SERVERS = "s";

  private final ChainServices chain;
  private final SandboxProvider provider;
  private final List<Address> beneficiaries;
  private final MarketSettings settings;
  private final Closing closing;

  private Market(
      ChainServices chain,
      SandboxProvider provider,
      List<Address> beneficiaries,
      MarketSettings settings,
      Closing closing) {
    this.chain = chain;
    this.settings = settings;
    this.provider = provider;
    this.beneficiaries = beneficiaries;
    this.closing = closing;
  }

  /**
   * Opens both.
   *
   * @throws PortTaken where a service cannot listen
   */
  public static Market open(MarketSettings settings, Time time, SplittableGenerator random)
      throws IOException {
    var closing = new Closing();
    try {
      var chain =
          closing.add(ChainServices.open(settings.block(), settings.doors(), time, random.split()));
      var provider = closing.add(provider(settings, chain, time, random.split()));
      var beneficiaries =
          Stream.of("beneficiary", "second beneficiary")
              .map(name -> new SandboxPurse(chain.chain(), name).address())
              .toList();
      return new Market(chain, provider, beneficiaries, settings, closing);
    } catch (IOException e) {
      closing.close();
      throw e;
    }
  }

  private static SandboxProvider provider(
      MarketSettings settings, ChainServices chain, Time time, SplittableGenerator random)
      throws IOException {
    var till = new ChainTill(chain.chain(), new SandboxPurse(chain.chain(), "provider"));
    var machines =
        new ProcessMachines(
            servers(settings),
            "127." + settings.servers().block() + ".0.0/16",
            settings.bundles(),
            time);
    var ports = new Ports(till, machines, settings::price, time, random);
    int port = settings.doors().provider();
    try {
      return SandboxProvider.open(ChainServices.loopback(port), Terms.of(settings.day()), ports);
    } catch (IOException e) {
      throw new PortTaken("provider", port, e);
    }
  }

  private static Path servers(MarketSettings settings) {
    return settings.folder().resolve(SERVERS);
  }

  /** The disk of the server at {@code address}, while it is there. */
  public Path disk(InetAddress address) {
    return servers(settings).resolve(address.getHostAddress());
  }

  /** The provider as its customers find it. */
  public Rental rental() {
    var least = settings.price().satsFor(Terms.of(settings.day()).minimum());
    return new Rental(settings.day(), settings.block(), least, provider::isOpen);
  }

  public ChainServices chain() {
    return chain;
  }

  public SandboxProvider provider() {
    return provider;
  }

  /** The charity of every relay's last will. */
  public Address beneficiary() {
    return beneficiaries.getFirst();
  }

  /** That charity, and another for the case that nobody vouches for the first any more. */
  public List<Address> beneficiaries() {
    return beneficiaries;
  }

  /** Deletes every server, then stops the chain. */
  @Override
  public void close() {
    closing.close();
  }
}
