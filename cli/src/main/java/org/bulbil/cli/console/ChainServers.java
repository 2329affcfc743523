package org.bulbil.cli.console;

import java.net.URI;
import java.util.List;
import org.bulbil.bitcoin.Network;

/** Public servers where a Bitcoin network is looked up, if somebody names no others. */
public final class ChainServers {

  private ChainServers() {}

  /** Base URLs of Esplora servers; none of a private network. */
  public static List<URI> of(Network network) {
    return switch (network) {
      case MAINNET ->
          List.of(
              URI.create("https://blockstream.info/api"), URI.create("https://mempool.space/api"));
      case TESTNET ->
          List.of(
              URI.create("https://blockstream.info/testnet/api"),
              URI.create("https://mempool.space/testnet/api"));
      case SIGNET -> List.of(URI.create("https://mempool.space/signet/api"));
      case REGTEST -> List.of();
    };
  }
}
