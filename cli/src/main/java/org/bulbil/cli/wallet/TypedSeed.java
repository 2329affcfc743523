package org.bulbil.cli.wallet;

import java.util.random.RandomGenerator;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Seed;
import org.bulbil.bitcoin.keys.Words;

/** Words that somebody typed; they are on no disk. */
record TypedSeed(Words words) implements Seed {

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public void create(RandomGenerator random) {
    throw new IllegalStateException("the words were typed");
  }

  @Override
  public Account account(Network network) {
    return Account.of(words, network);
  }

  @Override
  public String toString() {
    return "standard input";
  }
}
