package org.bulbil.core.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A wallet's statement with its signature, as a relay shows it.
 *
 * @param statement one line, as it was signed; see {@link WalletStatement}
 * @param signature BIP322, simple, of the address that the statement names: at most {@value
 *     #SIGNATURE_MAX} printable characters without blanks; not checked
 */
public record WalletProof(String statement, String signature) {

  private static final String TITLE = "bulbil proof 1";

  /** 107 bytes of a P2WPKH witness in base64 with its prefix are 147; others are longer. */
  public static final int SIGNATURE_MAX = 1000;

  /** Of its text, in characters. */
  public static final int LENGTH_MAX = 1500;

  private static final Pattern SIGNATURE = Pattern.compile("[!-~]{1," + SIGNATURE_MAX + "}");

  public WalletProof {
    if (!SIGNATURE.matcher(signature).matches()) {
      throw new IllegalArgumentException(
          "a signature is 1 to " + SIGNATURE_MAX + " printable characters");
    }
  }

  /** Three lines: what it is, the statement, the signature. */
  public String text() {
    return String.join("\n", TITLE, statement, signature) + "\n";
  }

  /** Reads {@link #text}; empty where it is none. */
  public static Optional<WalletProof> read(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    var lines = text.strip().split("\\R", -1);
    return lines.length == 3 && lines[0].equals(TITLE) && SIGNATURE.matcher(lines[2]).matches()
        ? Optional.of(new WalletProof(lines[1], lines[2]))
        : Optional.empty();
  }
}
