package org.bulbil.bitcoin.spv;

import org.bulbil.bitcoin.BlockHash;
import org.bulbil.bitcoin.Network;

/**
 * A block that is built in as belonging to its network: our header chain must contain it.
 *
 * <p>Those of mainnet, testnet and signet are the blocks that Bitcoin Core 31 assumes valid ({@code
 * defaultAssumeValid} in its chain parameters, February to April 2026). They are older than any
 * wallet of this program. On regtest it is the first block.
 */
public record Checkpoint(int height, BlockHash hash) {

  static Checkpoint of(Network network) {
    return switch (network) {
      case MAINNET ->
          at(938_343, "00000000000000000000ccebd6d74d9194d8dcdc1d177c478e094bfad51ba5ac");
      case TESTNET ->
          at(4_842_348, "000000007a61e4230b28ac5cb6b5e5a0130de37ac1faf2f8987d2fa6505b67f4");
      case SIGNET ->
          at(293_175, "00000008414aab61092ef93f1aacc54cf9e9f16af29ddad493b908a01ff5c329");
      case REGTEST -> new Checkpoint(0, BlockHash.of(network.genesis().header));
    };
  }

  private static Checkpoint at(int height, String hash) {
    return new Checkpoint(height, new BlockHash(hash));
  }
}
