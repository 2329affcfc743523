package org.bulbil.atlas.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.Heritage;
import org.bulbil.tor.Fingerprint;

/**
 * Somebody of the invented network.
 *
 * @param number tells it from the others
 * @param born when the authorities saw it first
 * @param seen when they saw it last
 * @param speed bytes a second that it could carry
 * @param heritage where it is one of ours
 */
record DemoRelay(
    int number,
    String nickname,
    Instant born,
    Instant seen,
    double speed,
    Optional<Heritage> heritage) {

  /** The word from which everything about it follows. */
  String word(String aspect) {
    return aspect + " of relay " + number;
  }

  Fingerprint fingerprint() {
    return fingerprint(number);
  }

  static Fingerprint fingerprint(int number) {
    return Fingerprint.of(Fortune.bytes("identity of relay " + number, 20));
  }

  /** On the regression-test network, with a right checksum; nobody has its key. */
  BitcoinAddress address() {
    var script = new byte[22]; // OP_0 and twenty bytes (BIP141)
    script[1] = 20;
    System.arraycopy(Fortune.bytes(word("address"), 20), 0, script, 2, 20);
    var text = Address.of(LockingScript.of(script), Network.REGTEST).toString();
    return BitcoinAddress.read(text).answer().orElseThrow();
  }

  boolean isOurs() {
    return heritage.isPresent();
  }

  boolean isRunning(Instant now) {
    return Duration.between(seen, now).toHours() < 1;
  }
}
