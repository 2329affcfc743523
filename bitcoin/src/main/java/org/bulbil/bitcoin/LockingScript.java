package org.bulbil.bitcoin;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Crypto;
import java.util.HexFormat;

/**
 * The script that an output carries and a spender must satisfy (scriptPubKey).
 *
 * @param hex at most 10,000 bytes, the consensus limit
 */
public record LockingScript(String hex) {

  private static final int BYTES_MAX = 10_000;

  public LockingScript {
    if (hex.length() > 2 * BYTES_MAX) {
      throw new IllegalArgumentException("a script of " + hex.length() / 2 + " bytes");
    }
  }

  public static LockingScript of(byte[] script) {
    return new LockingScript(HexFormat.of().formatHex(script));
  }

  public static LockingScript of(ByteVector script) {
    return new LockingScript(script.toHex());
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** How Esplora names a script: its SHA-256, not reversed (Electrum reverses it). */
  public String sha256() {
    return HexFormat.of().formatHex(Crypto.sha256(bytes()));
  }
}
