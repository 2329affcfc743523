package org.bulbil.bitcoin.wallet;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntConsumer;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.core.money.Sats;

/**
 * Prints what a heartbeat costs a wallet that has lived a while: one in which nothing happens, one
 * with a new block, one with a gift. Run by hand.
 */
public final class QuietBeat {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 6;
  private static final int BEATS = 400;

  private QuietBeat() {}

  public static void main(String[] arguments) {
    try (var bench = new Bench(new SimulatedDisk())) {
      liveAWhile(bench);
      for (int round = 0; round < ROUNDS; round++) {
        print("quiet", _ -> {}, bench);
        print("with a block", _ -> bench.chain.mine(1), bench);
        print("with a gift", i -> give(bench, i), bench);
      }
      System.out.println(bench.view().account());
    }
  }

  private static void liveAWhile(Bench bench) {
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 5; j++) {
        bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(20_000 + i));
      }
      bench.chain.mine(1);
      bench.view();
      bench.paid("invoice:" + i, 20_000);
      bench.chain.mine(1);
      bench.view();
    }
  }

  private static void give(Bench bench, int number) {
    if (number % 10 == 0) {
      bench.chain.fund(bench.wallet.receiveAddress(), Sats.of(30_000));
    }
    bench.chain.mine(1);
  }

  private static void print(String what, IntConsumer before, Bench bench) {
    long spent = 0;
    for (int i = 0; i < BEATS; i++) {
      before.accept(i);
      long start = CPU.getCurrentThreadCpuTime();
      var _ = bench.view();
      var _ = bench.wallet.outbox().settle();
      spent += CPU.getCurrentThreadCpuTime() - start;
    }
    System.out.printf("%7d ns of CPU a heartbeat %s%n", spent / BEATS, what);
  }
}
