package org.bulbil.bitcoin.testing;

import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.ChainSourceContract;

/** The fake that other tests lean on keeps the port's contract. */
class TestingChainSourceTest extends ChainSourceContract {

  @Override
  protected ChainSource source() {
    return chain.source("fake");
  }
}
