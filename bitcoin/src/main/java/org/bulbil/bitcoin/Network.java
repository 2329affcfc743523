package org.bulbil.bitcoin;

import fr.acinq.bitcoin.Block;
import java.util.Arrays;
import java.util.Locale;

/** A Bitcoin network: its address prefixes, its BIP44 coin number and its first block. */
public enum Network {
  MAINNET("bc", 0x00, 0x05, 0),
  TESTNET("tb", 0x6f, 0xc4, 1),
  SIGNET("tb", 0x6f, 0xc4, 1),
  REGTEST("bcrt", 0x6f, 0xc4, 1);

  private final String bech32Prefix;
  private final int pubkeyHashVersion;
  private final int scriptHashVersion;
  private final int coinType;

  Network(String bech32Prefix, int pubkeyHashVersion, int scriptHashVersion, int coinType) {
    this.bech32Prefix = bech32Prefix;
    this.pubkeyHashVersion = pubkeyHashVersion;
    this.scriptHashVersion = scriptHashVersion;
    this.coinType = coinType;
  }

  /** From a setting such as {@code mainnet}, in any case. */
  public static Network parse(String name) {
    return Arrays.stream(values())
        .filter(network -> network.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is not a Bitcoin network; use mainnet, testnet, signet or regtest"));
  }

  /** The human-readable part of segwit addresses (BIP173). */
  public String bech32Prefix() {
    return bech32Prefix;
  }

  /** First byte of a Base58 address that pays a public key's hash. */
  int pubkeyHashVersion() {
    return pubkeyHashVersion;
  }

  /** First byte of a Base58 address that pays a script's hash. */
  int scriptHashVersion() {
    return scriptHashVersion;
  }

  /** The coin number in key paths (SLIP44): 0 for bitcoin, 1 for every test network. */
  public int coinType() {
    return coinType;
  }

  public Block genesis() {
    return switch (this) {
      case MAINNET -> Block.LivenetGenesisBlock;
      case TESTNET -> Block.Testnet3GenesisBlock;
      case SIGNET -> Block.SignetGenesisBlock;
      case REGTEST -> Block.RegtestGenesisBlock;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
