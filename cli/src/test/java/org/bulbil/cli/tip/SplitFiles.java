package org.bulbil.cli.tip;

import fr.acinq.bitcoin.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payout;
import org.bulbil.core.money.Sats;

/** Audit files of splits that no rule made, to be paid. */
final class SplitFiles {

  private SplitFiles() {}

  /** So many strangers of every kind of address, with random amounts. */
  static List<Payout> strangers(int count, long seed) {
    var random = new Random(seed);
    var payouts = new ArrayList<Payout>();
    for (int i = 0; i < count; i++) {
      payouts.add(new Payout(stranger(i % 4, random), Sats.of(600 + random.nextInt(5_000))));
    }
    return payouts;
  }

  private static Address stranger(int kind, Random random) {
    var hash = new byte[20];
    random.nextBytes(hash);
    var script =
        switch (kind) {
          case 0 -> Script.pay2pkh(hash);
          case 1 -> Script.pay2wpkh(hash);
          case 2 -> Script.pay2sh(hash);
          default -> Script.pay2wsh(hash);
        };
    return Address.of(LockingScript.of(Script.write(script)), Network.REGTEST);
  }

  static Path write(Path file, List<Payout> payouts) throws IOException {
    return Files.writeString(file, audit("regtest", payouts).json());
  }

  static Audit audit(String chain, List<Payout> payouts) {
    var sum = Sats.sum(payouts.stream().map(Payout::amount).toList()).value();
    var factors = new Audit.Factors(1, 1, 1, 1, 1, 1);
    return new Audit(
        Audit.FORMAT,
        "1",
        chain,
        "a test",
        "2026-11-23 12:00:00",
        "ab".repeat(32),
        new Audit.Parameters(2, 0.1, 0),
        new Audit.Chosen("all", List.of(), null),
        sum,
        null,
        payouts.stream().map(payout -> payee(payout, factors)).toList(),
        List.of(),
        new Audit.Totals(sum, payouts.size(), payouts.size(), 0, 0, 0, 0),
        null);
  }

  private static Audit.Payee payee(Payout payout, Audit.Factors factors) {
    var relay = new Audit.PaidRelay("00".repeat(20), "test", 1, factors);
    return new Audit.Payee(
        payout.address().toString(),
        payout.address().type().name().toLowerCase(java.util.Locale.ROOT),
        List.of(relay),
        1,
        factors,
        false,
        payout.amount().value());
  }
}
