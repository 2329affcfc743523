package org.bulbil.agent.survive;

import java.util.List;
import org.bulbil.agent.LivingAgent;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Branch;

/** Everybody who watches one wallet, from its first start to after its end. */
final class Observer {

  final Account account;
  final Truth truth;
  final PaymentWatch payments;
  final LeaseWatch lease;
  private final Invariants invariants;

  Observer(
      World world,
      Tenant tenant,
      ActWatch acts,
      Directory directory,
      Miner miner,
      Account account) {
    this.account = account;
    truth =
        new Truth(world, List.of(account.script(Branch.RECEIVE), account.script(Branch.CHANGE)));
    payments = new PaymentWatch(world, truth, acts, directory, Told.FEE_CAP);
    lease = new LeaseWatch(world, tenant, truth, payments, miner);
    invariants = new Invariants(world, truth, payments, address());
  }

  Address address() {
    return account.address(Branch.RECEIVE);
  }

  void started(LivingAgent agent) {
    invariants.started(agent);
  }

  /** The world has moved on. */
  void turn() {
    truth.turn();
    payments.turn();
  }

  /** A heartbeat has ended. */
  void turn(LivingAgent agent, boolean isFair) {
    invariants.turn(agent, isFair);
    lease.turn(isFair, agent.isBuying());
  }
}
