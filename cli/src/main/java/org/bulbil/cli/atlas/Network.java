package org.bulbil.cli.atlas;

import org.bulbil.core.contact.BitcoinAddress.Chain;

/** Whose coins the map's addresses take, as typed. */
enum Network {
  MAINNET(Chain.MAINNET),
  TESTNET(Chain.TESTNET),
  SIGNET(Chain.TESTNET),
  REGTEST(Chain.REGTEST);

  private final Chain chain;

  Network(Chain chain) {
    this.chain = chain;
  }

  /** Testnet's and signet's addresses are written alike. */
  Chain chain() {
    return chain;
  }
}
