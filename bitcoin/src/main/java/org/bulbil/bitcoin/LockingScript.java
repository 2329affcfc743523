package org.bulbil.bitcoin;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Crypto;
import java.util.HexFormat;

/**
 * The script that an output carries and a spender must satisfy (scriptPubKey).
 *
 * @param hex lower case; of any length, since anybody may put anything into an output
 */
public record LockingScript(String hex) {

  public static LockingScript of(byte[] script) {
    return new LockingScript(HexFormat.of().formatHex(script));
  }

  public static LockingScript of(ByteVector script) {
    return new LockingScript(Hex.of(script));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** How Esplora names a script: its SHA-256, not reversed (Electrum reverses it). */
  public String sha256() {
    return HexFormat.of().formatHex(Crypto.sha256(bytes()));
  }
}
