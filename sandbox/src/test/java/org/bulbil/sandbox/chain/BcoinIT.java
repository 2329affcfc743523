package org.bulbil.sandbox.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.bulbil.sandbox.chain.Workbench.coin;
import static org.bulbil.sandbox.chain.Workbench.output;

import fr.acinq.bitcoin.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * bcoin, a node that shares no code with ours, accepts our blocks one by one and refuses the same
 * bad ones. It is too old to judge taproot.
 */
@Timeout(300)
class BcoinIT {

  private static final Path SOURCE = Path.of("src/test/bcoin").toAbsolutePath();
  private static final Path INSTALLED = Path.of("target/bcoin").toAbsolutePath();

  @TempDir Path folder;

  private final Workbench bench = new Workbench();

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    assumeThat(Program.exists("node")).as("node is not installed: no second opinion").isTrue();
    if (!Files.isDirectory(modules().resolve("node_modules"))) {
      assumeThat(Program.exists("npm")).as("neither bcoin nor npm is installed").isTrue();
      assumeThat(fetched()).as("npm could not install bcoin: no second opinion").isTrue();
    }
  }

  private static Path modules() {
    return Files.isDirectory(SOURCE.resolve("node_modules")) ? SOURCE : INSTALLED;
  }

  private static boolean fetched() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String name : List.of("package.json", "package-lock.json")) {
      Files.copy(
          SOURCE.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      Program.run(
          INSTALLED,
          Map.of(),
          Duration.ofMinutes(3),
          List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
      return true;
    } catch (AssertionError e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  @Test
  void everyBlockIsAccepted() throws Exception {
    live();
    var tip = bench.chain.tip();
    assertThat(opinion(blocks()))
        .isEqualTo(
            "{\"height\":%d,\"tip\":\"%s\",\"refused\":null}".formatted(tip.height(), tip.id()));
  }

  @Test
  void aBlockThatWeRefuseIsRefusedThereToo() throws Exception {
    var draft = new BlockDraft(bench);
    draft.payments.add(bench.spend(bench.coin(0), 500));
    draft.reward += 501;
    assertThat(bench.chain.submit(draft.build())).isPresent();
    var all = new ArrayList<>(blocks());
    all.add(draft.build());
    assertThat(opinion(all)).contains("\"height\":" + Workbench.PREMINED).contains("bad-cb-amount");
  }

  /**
   * Some history: payments, chains of them within a block, a replacement, two halvings, a reorg.
   */
  private void live() {
    var contested = bench.coin(0);
    bench.accept(bench.spend(contested, 500));
    bench.accept(bench.spend(contested, 5000));
    for (int i = 0; i < 60; i++) {
      var coin = bench.coin(0);
      long rest = coin.amount().value() - 2_001_000;
      var parent = bench.spend(coin, output(2_000_000, bench.home), output(rest, bench.home));
      bench.accept(parent);
      bench.accept(bench.spend(coin(parent, 0), 400));
      bench.mine(4);
      bench.time.pause(Duration.ofMinutes(40));
    }
    bench.chain.reorganise(3, bench.home);
    bench.mine(2);
  }

  private List<Block> blocks() {
    return bench.chain.read(
        view ->
            IntStream.rangeClosed(1, view.height())
                .mapToObj(height -> view.block(height).orElseThrow().block())
                .toList());
  }

  private String opinion(List<Block> blocks) throws IOException, InterruptedException {
    var file = folder.resolve("blocks");
    Files.write(
        file, blocks.stream().map(it -> HexFormat.of().formatHex(Block.write(it))).toList());
    return Program.run(
        folder,
        Map.of(),
        Duration.ofMinutes(2),
        List.of(
            "node", SOURCE.resolve("judge.js").toString(), modules().toString(), file.toString()));
  }
}
