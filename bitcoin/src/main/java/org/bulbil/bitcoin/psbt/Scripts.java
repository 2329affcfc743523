package org.bulbil.bitcoin.psbt;

import java.util.Optional;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.ScriptType;

/** Which of the standard forms a script has. */
final class Scripts {

  private Scripts() {}

  static Optional<ScriptType> typeOf(LockingScript script) {
    var hex = script.hex();
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
