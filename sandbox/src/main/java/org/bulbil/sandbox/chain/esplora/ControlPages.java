package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.TxId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.SandboxPurse;

/** The levers of the sandbox, for a person with curl. Blocks pay to the faucet, which pays out. */
final class ControlPages {

  private static final FeeRate FAUCET_RATE = FeeRate.ofSatPerVb(2);

  private final RegtestChain chain;
  private final SandboxPurse faucet;
  private final Faults faults;

  ControlPages(RegtestChain chain, SandboxPurse faucet, Faults faults) {
    this.chain = chain;
    this.faucet = faucet;
    this.faults = faults;
  }

  List<Route> routes() {
    return List.of(
        Route.post("/sandbox/mine", this::mine),
        Route.post("/sandbox/reorg", this::reorganise),
        Route.post("/sandbox/evict/{txid}", this::evict),
        Route.post("/sandbox/fee-floor", this::feeFloor),
        Route.post("/sandbox/miners-floor", this::minersFloor),
        Route.post("/sandbox/faults", this::faults),
        Route.post("/sandbox/faucet", this::faucet));
  }

  private Answer mine(Call call) {
    return attempt(() -> chain.mine(call.asked("blocks").orElse(1), faucet.address().script()));
  }

  private Answer reorganise(Call call) {
    return attempt(
        () -> chain.reorganise(call.asked("blocks").orElse(1), faucet.address().script()));
  }

  /** Does it, and tells the new tip; a bad argument is the client's. */
  private Answer attempt(Runnable change) {
    try {
      change.run();
    } catch (IllegalArgumentException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
    var tip = chain.tip();
    return Answer.text("tip " + tip.height() + " " + tip.id());
  }

  private Answer evict(Call call) {
    var gone = chain.evict(call.txid());
    return gone.isEmpty()
        ? Answer.text(404, "Transaction not found in the mempool")
        : Answer.text("evicted " + gone.stream().map(TxId::toString).toList());
  }

  private Answer feeFloor(Call call) {
    var rate = rate(call);
    chain.changeFeeFloor(rate);
    return Answer.text("nothing below " + rate + " is relayed");
  }

  private Answer minersFloor(Call call) {
    var rate = rate(call);
    chain.changeMinersFloor(rate);
    return Answer.text("nothing below " + rate + " is mined");
  }

  private static FeeRate rate(Call call) {
    return call.asked("sat_per_vb", ControlPages::rate)
        .orElseThrow(() -> new BadRequest("say which rate: ?sat_per_vb=5"));
  }

  private static FeeRate rate(String text) {
    try {
      return FeeRate.ofSatPerVb(new BigDecimal(text));
    } catch (IllegalArgumentException e) {
      throw new BadRequest("not a fee rate in sat/vB: " + text);
    }
  }

  private Answer faults(Call call) {
    try {
      return misbehave(call);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private Answer misbehave(Call call) {
    var status = call.asked("errors");
    var delay = call.asked("slow_ms");
    if (status.isPresent()) {
      faults.fail(status.get(), call.asked("percent").orElse(100));
    } else if (delay.isPresent()) {
      faults.slowDown(Duration.ofMillis(delay.get()));
    } else if (call.query().containsKey("silent")) {
      faults.keepSilent();
    } else if (call.query().containsKey("none")) {
      faults.none();
    } else {
      throw new BadRequest("say which: ?errors=503&percent=50, ?slow_ms=2000, ?silent or ?none");
    }
    return Answer.text("done");
  }

  private Answer faucet(Call call) {
    var address = call.asked("address", Call::address);
    var amount = call.asked("sat", ControlPages::amount);
    if (address.isEmpty() || amount.isEmpty()) {
      throw new BadRequest("say who and how much: ?address=bcrt1…&sat=100000");
    }
    return switch (faucet.pay(address.get(), amount.get(), FAUCET_RATE)) {
      case Outcome.Done(var transaction) -> Answer.text(transaction.txid);
      case Outcome.Refused(var why, _) -> Answer.text(400, why);
      case Outcome.Unknown(var cause) -> Answer.text(500, cause);
    };
  }

  private static Sats amount(String text) {
    return Optional.of(text)
        .filter(it -> it.matches("[1-9][0-9]{0,15}"))
        .map(Long::valueOf)
        .filter(it -> it <= Sats.SUPPLY_MAX)
        .map(Sats::of)
        .orElseThrow(() -> new BadRequest("not an amount in satoshis: " + text));
  }
}
