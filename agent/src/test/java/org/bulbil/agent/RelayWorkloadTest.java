package org.bulbil.agent;

import java.util.Random;
import org.bulbil.agent.clock.Timekeeper;
import org.bulbil.agent.relay.RelayWorkload;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.agent.workload.Workload;
import org.bulbil.agent.workload.WorkloadContract;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.lease.Hostname;
import org.bulbil.core.time.Day;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.process.TorFolder;

/** A Tor relay is a workload as an agent wants one. */
class RelayWorkloadTest extends WorkloadContract {

  private static final Fingerprint CHILD = new Fingerprint("B".repeat(40));

  private final TestingKeeper keeper = new TestingKeeper();

  @Override
  protected Workload begin() {
    return new RelayWorkload(
        new TestingSettings().settings(),
        new TorFolder(folder.resolve("tor")),
        keeper,
        journal,
        wallet,
        Timekeeper.steady(time, time, Day.REAL),
        new Random(2));
  }

  @Override
  protected String address() {
    return "127.0.0.1";
  }

  @Override
  protected Fingerprint appear(Hostname child, Lineage lineage) {
    var address = wallet.receiveAddress(); // Whose it is, is nobody's matter here.
    keeper.announce(
        child,
        CHILD.value(),
        "email:op[]sandbox.test btc:%s ciissversion:2 %s"
            .formatted(address, new Heritage(lineage, "00000000").text()));
    return CHILD;
  }
}
