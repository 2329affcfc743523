package org.bulbil.cli.tip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bulbil.atlas.tip.Audit;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.Payouts;
import org.bulbil.cli.console.OutputFile;
import org.bulbil.cli.console.Trouble;

/**
 * The audit file of a split, as something to pay.
 *
 * @param payouts checked: right addresses of one network, none twice, none dust, their sum right
 */
record SplitFile(Path path, Audit audit, Payouts payouts) {

  /** Thousands of relays are some megabytes. */
  private static final long BYTES_MAX = 64 << 20;

  /**
   * Reads {@code path}.
   *
   * @param network whose coins pay it; signet writes its addresses as testnet does
   * @throws Trouble naming the file and what is wrong with it
   */
  static SplitFile read(Path path, NetworkOption network) {
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw new Trouble("%s is longer than %d bytes".formatted(path, BYTES_MAX));
      }
      return of(path, Files.readAllBytes(path), network);
    } catch (NoSuchFileException e) {
      throw new Trouble("there is no %s; bulbil tip split --out %s makes it".formatted(path, path));
    } catch (IOException e) {
      throw new Trouble("%s cannot be read: %s".formatted(path, Trouble.inWords(e)));
    } catch (IllegalArgumentException e) {
      throw new Trouble("%s: %s".formatted(path, Trouble.inWords(e)));
    }
  }

  private static SplitFile of(Path path, byte[] bytes, NetworkOption network) {
    var audit = Audit.read(bytes).orElseThrow(IllegalArgumentException::new);
    var payouts = audit.payouts(network.of(audit.chain()));
    return new SplitFile(path, audit, payouts.orElseThrow(IllegalArgumentException::new));
  }

  Network network() {
    return payouts.network();
  }

  /**
   * The name under which a wallet pays it at most once: a hash of the relays, the lottery's block
   * and every output, so that the same split is the same payment wherever its file lies.
   */
  String reference() {
    var text =
        payouts.all().stream()
            .map(payout -> payout.address() + " " + payout.amount().value())
            .collect(
                Collectors.joining(
                    "\n",
                    "%s\n%s\n%s\n"
                        .formatted(audit.chain(), audit.snapshotSha256(), audit.seedBlock()),
                    "\n"));
    return "tip:" + sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The same for an audit that was read from {@code path}. */
  static void notePayment(Path path, Audit audit, String txid) {
    var fresh = path.resolveSibling(path.getFileName() + ".new");
    OutputFile.write(fresh, audit.paidBy(txid).json() + "\n");
    try {
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Trouble(
          "%s is paid by %s, and could not be written: %s"
              .formatted(path, txid, Trouble.inWords(e)));
    }
  }

  /** Notes the payment in the file, for {@code tip verify}; the whole file or nothing. */
  void notePayment(String txid) {
    notePayment(path, audit, txid);
  }
}
