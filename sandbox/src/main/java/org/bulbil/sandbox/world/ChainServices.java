package org.bulbil.sandbox.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.chain.Miner;
import org.bulbil.sandbox.chain.Payment;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.chain.electrum.ElectrumServer;
import org.bulbil.sandbox.chain.esplora.EsploraServer;
import org.bulbil.sandbox.chain.esplora.Faults;

/** A chain that mines, with money to give, and its servers: two of Esplora, one of Electrum. */
public final class ChainServices implements AutoCloseable {

  /** A day of ten-minute blocks: more than {@code Regtest.MATURITY}, so that there is money. */
  private static final int PAST_BLOCKS = 144;

  private static final Duration PAST_SPACING = Duration.ofMinutes(10);

  /** What the sandbox itself bids; its blocks are never full. */
  private static final FeeRate BID = FeeRate.ofSatPerVb(2);

  private final RegtestChain chain;
  private final SandboxPurse faucet;
  private final Closing closing;
  private final Miner miner;
  private final EsploraServer esplora;
  private final EsploraServer secondEsplora;
  private final ElectrumServer electrum;

  private ChainServices(
      RegtestChain chain,
      SandboxPurse faucet,
      Duration block,
      Doors doors,
      Time time,
      RandomGenerator random,
      Closing closing)
      throws IOException {
    this.chain = chain;
    this.faucet = faucet;
    this.closing = closing;
    this.esplora = closing.add(serve(doors.esplora(), "esplora", new Faults(random, time)));
    this.secondEsplora =
        closing.add(serve(doors.secondEsplora(), "second-esplora", new Faults(random, time)));
    this.electrum = closing.add(electrum(doors.electrum()));
    this.miner = closing.add(Miner.start(chain, faucet.address(), block, time));
  }

  /**
   * Starts a chain with a day behind it.
   *
   * @param block time from a block to the next
   * @throws PortTaken where a server cannot listen
   */
  public static ChainServices open(Duration block, Doors doors, Time time, RandomGenerator random)
      throws IOException {
    var chain = new RegtestChain(time);
    var faucet = new SandboxPurse(chain, "faucet");
    chain.premine(PAST_BLOCKS, faucet.address().script(), PAST_SPACING);
    var closing = new Closing();
    try {
      return new ChainServices(chain, faucet, block, doors, time, random, closing);
    } catch (IOException e) {
      closing.close();
      throw e;
    }
  }

  private EsploraServer serve(int port, String service, Faults faults) throws IOException {
    try {
      return EsploraServer.start(chain, loopback(port), faults, faucet);
    } catch (IOException e) {
      throw new PortTaken(service, port, e);
    }
  }

  private ElectrumServer electrum(int port) throws IOException {
    try {
      return ElectrumServer.start(chain, loopback(port));
    } catch (IOException e) {
      throw new PortTaken("electrum", port, e);
    }
  }

  static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  public RegtestChain chain() {
    return chain;
  }

  /** Who has all the money at first, and gets what is mined. */
  public SandboxPurse faucet() {
    return faucet;
  }

  /** The two Esplora servers of the one chain. */
  public List<URI> esplora() {
    return List.of(esplora.uri(), secondEsplora.uri());
  }

  /** What can go wrong with each of the two. */
  public List<Faults> faults() {
    return List.of(esplora.faults(), secondEsplora.faults());
  }

  /** Where Electrum's protocol is spoken, in the clear. */
  public InetSocketAddress electrum() {
    return electrum.address();
  }

  /** Pays all of {@code payments} in one transaction, and mines it at once. */
  public Outcome<Integer> payNow(List<Payment> payments) {
    return faucet
        .pay(payments, BID)
        .map(
            _ -> {
              chain.mine(1, faucet.address().script());
              return chain.tip().height();
            });
  }

  /** Blocks come only by order from now on. */
  public void stopMining() {
    miner.pause();
  }

  /** Stops mining and hangs up on everybody. */
  @Override
  public void close() {
    closing.close();
  }
}
