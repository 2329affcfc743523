package org.bulbil.agent.survive;

import fr.acinq.bitcoin.Bech32;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;

/** Addresses of other people. The same ones serve every life, so that they are made once. */
final class Payees {

  private static final int KNOWN = 600;

  private static final List<Address> ALL =
      IntStream.range(0, KNOWN).mapToObj(Payees::make).toList();

  private int used;

  private static Address make(int number) {
    var hash = ByteBuffer.allocate(20).putInt(16, number + 1).array();
    return Address.parse(
        Bech32.encodeWitnessAddress(Network.REGTEST.bech32Prefix(), (byte) 0, hash),
        Network.REGTEST);
  }

  /** One that was not given out in this life yet. */
  Address next() {
    int number = used++;
    return number < KNOWN ? ALL.get(number) : make(number);
  }
}
