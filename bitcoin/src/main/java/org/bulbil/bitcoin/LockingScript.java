package org.bulbil.bitcoin;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Crypto;
import java.util.HexFormat;
import java.util.Optional;

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

  /** Which of the standard forms it has, if any. */
  public Optional<ScriptType> type() {
    return switch (hex.length() / 2) {
      case 22 -> type(hex.startsWith("0014"), ScriptType.P2WPKH);
      case 23 -> type(hex.startsWith("a914") && hex.endsWith("87"), ScriptType.P2SH);
      case 25 -> type(hex.startsWith("76a914") && hex.endsWith("88ac"), ScriptType.P2PKH);
      case 34 ->
          hex.startsWith("0020")
              ? Optional.of(ScriptType.P2WSH)
              : type(hex.startsWith("5120"), ScriptType.P2TR);
      default -> Optional.empty();
    };
  }

  private static Optional<ScriptType> type(boolean isThat, ScriptType type) {
    return isThat ? Optional.of(type) : Optional.empty();
  }
}
