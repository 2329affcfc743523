package org.bulbil.cli.pledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.pledge.Campaign;
import org.bulbil.bitcoin.pledge.Pledge;
import org.bulbil.bitcoin.pledge.PledgeBox;
import org.bulbil.bitcoin.pledge.PledgeBox.Paper;
import org.bulbil.bitcoin.pledge.PledgeCheck;
import org.bulbil.bitcoin.pledge.PledgeFiles;
import org.bulbil.cli.console.Trouble;

/** A campaign's file, and the folder with the pledges that came in, as they were named. */
final class Papers {

  private Papers() {}

  static Campaign campaign(Path file) {
    return PledgeFiles.campaign(read(file, PledgeFiles.BYTES_MAX))
        .orElseThrow(why -> new Trouble("%s: %s".formatted(file, why)));
  }

  static byte[] read(Path file, int bytesMax) {
    try {
      if (Files.size(file) > bytesMax) {
        throw new Trouble("%s is longer than %d bytes".formatted(file, bytesMax));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble("%s cannot be read: %s".formatted(file, e));
    }
  }

  /**
   * Every pledge of the folder, checked against the campaign and the chain.
   *
   * @throws Trouble where the chain cannot be asked: unknown is not good
   */
  static List<Paper> all(Path folder, Campaign campaign, ChainSource chain) {
    try {
      return new PledgeBox(folder, campaign).papers(pledge -> onChain(chain, pledge));
    } catch (IOException e) {
      throw new Trouble("the pledges cannot be read: " + Trouble.inWords(e));
    }
  }

  private static Optional<String> onChain(ChainSource chain, Pledge pledge) {
    return PledgeCheck.faultOnChain(chain, pledge)
        .orElseThrow(
            why ->
                new Trouble("the coin %s cannot be looked up (%s)".formatted(pledge.coin(), why)));
  }
}
