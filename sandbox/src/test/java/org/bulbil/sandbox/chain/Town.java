package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.Transaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.testing.SimulatedTime;
import org.bulbil.sandbox.chain.esplora.EsploraServer;
import org.bulbil.sandbox.chain.esplora.Faults;

/** A chain with a rich faucet and somebody to give to. */
public final class Town {

  public static final FeeRate RATE = FeeRate.ofSatPerVb(2);

  public final SimulatedTime time = new SimulatedTime();
  public final RegtestChain chain = new RegtestChain(time);
  public final SandboxPurse faucet = new SandboxPurse(chain, "faucet");
  public final Address donee = new SandboxPurse(chain, "donee").address();

  public Town(int height) {
    chain.premine(height, faucet.address().script(), Duration.ofMinutes(10));
  }

  public Transaction pay(Address to, long sat) {
    return faucet.pay(to, Sats.of(sat), RATE).answer().orElseThrow();
  }

  public Transaction pay(long sat) {
    return pay(donee, sat);
  }

  public void mine(int blocks) {
    chain.mine(blocks, faucet.address().script());
  }

  /** A server of this chain; its faults roll the dice of seed 5. */
  public EsploraServer esplora() throws IOException {
    return EsploraServer.start(chain, anyPort(), new Faults(new Random(5), time), faucet);
  }

  public static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
