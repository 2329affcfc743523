package org.bulbil.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.SplittableRandom;
import org.bulbil.cli.wiring.SystemTime;
import org.bulbil.core.lease.Lease;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Day;
import org.bulbil.core.time.Time;
import org.bulbil.hosting.CreditToken;
import org.bulbil.hosting.Invoice;
import org.bulbil.hosting.Provider;
import org.bulbil.hosting.sporestack.SporeStack;
import org.bulbil.hosting.sporestack.SporeStackSettings;
import org.bulbil.hosting.testing.CreditContract;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;
import org.bulbil.sandbox.provider.SandboxProvider;
import org.bulbil.sandbox.provider.endpoint.Endpoint;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Terms;
import org.bulbil.sandbox.provider.trouble.Trouble;
import org.bulbil.sandbox.world.ChainTill;
import org.bulbil.wire.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SporeStack's client keeps its contract with the provider that the sandbox imitates. */
class SandboxProviderContractTest extends CreditContract {

  /** Longer than a test, so that no lease of a day ends by itself. */
  private static final Day DAY = new Day(Duration.ofMinutes(10));

  private static final FeeRate BID = FeeRate.ofSatPerVb(2);

  private final Time time = new SystemTime();
  private final RegtestChain chain = new RegtestChain(time);
  private final SandboxPurse payer = new SandboxPurse(chain, "payer");
  private final SandboxProvider server = open();
  private final Http http = new Http(new Http.Limits(Duration.ofSeconds(5), 1 << 20));
  private final Provider client = new SporeStack(http, SporeStackSettings.vultr(server.uri()));

  private SandboxProvider open() {
    chain.premine(110, payer.address().script(), Duration.ofMinutes(10));
    var till = new ChainTill(chain, new SandboxPurse(chain, "provider"));
    var rate = Rate.ofDollars(100_000);
    var ports = new Ports(till, new DrawnMachines(), () -> rate, time, new SplittableRandom(1));
    try {
      var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return SandboxProvider.open(anyPort, Terms.of(DAY), ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Override
  protected Provider provider() {
    return client;
  }

  @Override
  protected Day day() {
    return DAY;
  }

  @Override
  protected void pay(CreditToken token, Invoice invoice) {
    var request = invoice.request();
    done(payer.pay(Address.parse(request.address()), request.amount(), BID));
    chain.mine(1, payer.address().script());
    server.tick();
  }

  /** The parent looks a child up like this, when the answer to its launch was lost. */
  @Test
  void aLaunchWhoseAnswerIsLostIsUnknownAndFoundByItsHostname() throws Exception {
    var token = funded(plan().rentFor(2));
    var order = order(hostname(), 2);
    server.troubles().next(1, Endpoint.LAUNCH, new Trouble.LoseAnswer());
    assertThat(client.launch(token, order)).isInstanceOf(Outcome.Unknown.class);
    assertThat(done(client.leases(token, order.hostname()))).hasSize(1).allMatch(Lease::isLive);
  }

  @Test
  void whatTheProviderSaysInTroubleIsARefusalOrUnknownNeverAnAnswer() {
    var token = done(client.mint());
    server.troubles().next(1, new Trouble.Refuse(503, "come again"));
    assertThat(client.credit(token)).isNotInstanceOf(Outcome.Done.class);
    server.troubles().next(1, new Trouble.Gibberish());
    assertThat(client.credit(token)).isInstanceOf(Outcome.Unknown.class);
    server.unplug();
    assertThat(client.credit(token)).isInstanceOf(Outcome.Unknown.class);
  }
}
