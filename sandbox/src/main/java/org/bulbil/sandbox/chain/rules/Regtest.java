package org.bulbil.sandbox.chain.rules;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHash;
import org.bulbil.core.money.Sats;

/** The parameters of Bitcoin's regression-test network, the same as in Bitcoin Core. */
public final class Regtest {

  public static final Block GENESIS = Block.RegtestGenesisBlock;

  /** What addresses of this network are told apart by. */
  public static final BlockHash CHAIN_HASH = GENESIS.hash;

  /** The easiest difficulty there is: every second hash will do. */
  public static final long BITS = 0x207fffffL;

  /** Blocks from one halving of the subsidy to the next. */
  public static final int HALVING = 150;

  /** Blocks until a coinbase may be spent. */
  public static final int MATURITY = 100;

  /** Weight units in a block (BIP141). */
  public static final int MAX_BLOCK_WEIGHT = 4_000_000;

  /** Blocks whose median time is "the time" of locktimes (BIP113). */
  public static final int MEDIAN_TIME_SPAN = 11;

  private static final long FIRST_SUBSIDY = 5_000_000_000L;

  private Regtest() {}

  /** New money in the block at {@code height}: 50 BTC, halved every 150 blocks. */
  public static Sats subsidy(int height) {
    int halvings = height / HALVING;
    return halvings >= Long.SIZE ? Sats.ZERO : Sats.of(FIRST_SUBSIDY >> halvings);
  }
}
