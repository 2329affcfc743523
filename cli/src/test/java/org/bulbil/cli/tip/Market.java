package org.bulbil.cli.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.cli.CommandLines;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.chain.esplora.EsploraServer;
import org.bulbil.sandbox.chain.esplora.Faults;

/** A chain with a rich faucet and a server, where donors pay strangers by the real commands. */
public final class Market implements AutoCloseable {

  private static final Duration BLOCK = Duration.ofMinutes(10);
  private static final FeeRate RATE = FeeRate.ofSatPerVb(2);

  private final TestingTime time = new TestingTime();
  private final RegtestChain chain = new RegtestChain(time);
  private final SandboxPurse faucet = new SandboxPurse(chain, "faucet");
  private final EsploraServer server;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  public Market() throws IOException {
    chain.premine(110, faucet.address().script(), BLOCK);
    server = EsploraServer.start(chain, anyPort(), new Faults(new Random(3), time), faucet);
  }

  public static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public RegtestChain chain() {
    return chain;
  }

  public String esplora() {
    return "--esplora=" + server.uri();
  }

  public EsploraServer server() {
    return server;
  }

  /** A gift in a block of its own; its transaction's id. */
  public String give(String address, long sats) {
    var paid = faucet.pay(Address.parse(address), Sats.of(sats), RATE).answer();
    assertThat(paid).isPresent();
    mine();
    return paid.orElseThrow().txid.toString();
  }

  public void mine() {
    time.pause(BLOCK);
    chain.mine(1, faucet.address().script());
  }

  /** The exit code of {@code bulbil} with these words. */
  public int bulbil(String... words) {
    out.getBuffer().setLength(0);
    errors.getBuffer().setLength(0);
    return CommandLines.execute(out, errors, new ArrayList<>(List.of(words)));
  }

  public String out() {
    return out.toString();
  }

  public String errors() {
    return errors.toString();
  }

  /** What the payees own, in their order. */
  public List<Sats> received(List<Payout> payees) {
    return payees.stream().map(it -> received(it.address().toString())).toList();
  }

  public Sats received(String address) {
    return Sats.sum(
        chain.receivedBy(Address.parse(address)).stream().map(it -> it.amount()).toList());
  }

  @Override
  public void close() {
    server.close();
  }
}
