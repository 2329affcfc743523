package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.bitcoin.selection.Spending;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Sats;

/** How long a PSBT with many outputs takes to be built, written, read and signed. */
public final class TipBench {

  private static final int ROUNDS = 11;

  private TipBench() {}

  public static void main(String[] arguments) {
    int outputs = Integer.parseInt(arguments[0]);
    var payouts = payouts(outputs);
    var donor = new Donor(1, Spending.WPKH);
    var times = new ArrayList<Duration>();
    for (int round = 0; round < ROUNDS; round++) {
      times.add(once(donor, payouts));
    }
    print("first, in a new JVM", times.getFirst());
    times.sort(null);
    print("median of " + ROUNDS, times.get(ROUNDS / 2));
  }

  private static void print(String what, Duration time) {
    System.out.printf("bulbil    %-22s %6d ms%n", what, time.toMillis());
  }

  private static Duration once(Donor donor, Payouts payouts) {
    var coin = coin(donor);
    long start = System.nanoTime();
    var payment =
        new Donation(payouts, donor.change(0), FeeRate.ofSatPerVb(2))
            .from(List.of(coin))
            .answer()
            .orElseThrow();
    var read = PsbtText.read(payment.base64().getBytes(StandardCharsets.UTF_8));
    var signed = donor.sign(read.answer().orElseThrow());
    if (!Comparison.of(payouts, signed).isExact()) {
      throw new IllegalStateException("it pays something else");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static DonorCoin coin(Donor donor) {
    var place = donor.descriptor().at(Descriptor.RECEIVE, 0);
    var output = new TxOut(new Satoshi(100_000_000), place.script().bytes());
    return DonorCoin.of(
        new Transaction(2, List.of(Donor.anything()), List.of(output), 0), 0, place);
  }

  private static Payouts payouts(int count) {
    var random = new Random(1);
    var all = new ArrayList<Payout>();
    for (int i = 0; i < count; i++) {
      var hash = new byte[20];
      random.nextBytes(hash);
      var script = LockingScript.of(Script.write(Script.pay2wpkh(hash)));
      all.add(new Payout(Address.of(script, Network.REGTEST), Sats.of(1_000 + i)));
    }
    return new Payouts(all);
  }
}
