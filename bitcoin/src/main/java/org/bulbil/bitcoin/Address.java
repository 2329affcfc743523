package org.bulbil.bitcoin;

import fr.acinq.bitcoin.Base58Check;
import fr.acinq.bitcoin.Bech32;
import fr.acinq.bitcoin.Bitcoin;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bulbil.core.outcome.Outcome;

/**
 * A place to pay to: an address that was checked, for one network, of a standard type.
 *
 * <p>Segwit addresses follow BIP173 (version 0) and BIP350 (taproot), older ones Base58Check. Two
 * spellings of one address are equal.
 */
public final class Address {

  /** The longest is a taproot address on regtest, 64 characters; BIP173 allows 90. */
  private static final int LENGTH_MAX = 90;

  private final String text;
  private final Network network;
  private final ScriptType type;
  private final LockingScript script;

  private Address(String text, Network network, ScriptType type, LockingScript script) {
    this.text = text;
    this.network = network;
    this.type = type;
    this.script = script;
  }

  /**
   * The address that {@code text} spells.
   *
   * @throws IllegalArgumentException naming the text and the rule that it breaks
   */
  public static Address parse(String text, Network network) {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      throw broken(text, "an address has 26 to " + LENGTH_MAX + " characters");
    }
    return looksLikeSegwit(text) ? parseSegwit(text, network) : parseBase58(text, network);
  }

  /** As {@link #parse}, for text from outside: a broken rule is a refusal. */
  public static Outcome<Address> read(String text, Network network) {
    try {
      return Outcome.done(parse(text, network));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(String.valueOf(e.getMessage()), 0);
    }
  }

  /** The address of a locking script of a standard type. */
  public static Address of(LockingScript script, Network network) {
    var text = Bitcoin.addressFromPublicKeyScript(network.genesis().hash, script.bytes());
    if (text.getRight() == null) {
      throw new IllegalArgumentException("no address has the script " + script.hex());
    }
    return parse(text.getRight(), network);
  }

  private static boolean looksLikeSegwit(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(Network.values())
        .anyMatch(network -> lower.startsWith(network.bech32Prefix() + "1"));
  }

  private static Address parseSegwit(String text, Network network) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) {
      throw broken(text, "a segwit address is all lower case or all upper case (BIP173)");
    }
    if (!lower.startsWith(network.bech32Prefix() + "1")) {
      throw broken(
          text,
          "it belongs to another network; on "
              + network
              + " they start with "
              + network.bech32Prefix()
              + "1");
    }
    return segwit(text, lower, network);
  }

  private static Address segwit(String text, String lower, Network network) {
    try {
      var decoded = Bech32.decodeWitnessAddress(lower);
      var type = witnessType(text, decoded.getSecond(), decoded.getThird().length);
      return new Address(
          lower, network, type, witnessScript(decoded.getSecond(), decoded.getThird()));
    } catch (BrokenRule e) {
      throw e;
    } catch (RuntimeException e) {
      throw broken(text, "its checksum does not match, so it was mistyped or cut (BIP173)");
    }
  }

  private static ScriptType witnessType(String text, int version, int programLength) {
    if (version == 0 && programLength == 20) {
      return ScriptType.P2WPKH;
    }
    if (version == 0 && programLength == 32) {
      return ScriptType.P2WSH;
    }
    if (version == 1 && programLength == 32) {
      return ScriptType.P2TR;
    }
    throw broken(
        text,
        "witness version "
            + version
            + " with "
            + programLength
            + " bytes is no standard type; money sent there may be lost");
  }

  private static LockingScript witnessScript(int version, byte[] program) {
    var script = new byte[program.length + 2];
    script[0] = (byte) (version == 0 ? 0 : 0x50 + version);
    script[1] = (byte) program.length;
    System.arraycopy(program, 0, script, 2, program.length);
    return LockingScript.of(script);
  }

  private static Address parseBase58(String text, Network network) {
    var decoded = decodeBase58(text);
    int version = decoded.getFirst() & 0xff;
    if (decoded.getSecond().length != 20) {
      throw broken(text, "it holds " + decoded.getSecond().length + " bytes instead of 20");
    }
    var hash = HexFormat.of().formatHex(decoded.getSecond());
    if (version == network.pubkeyHashVersion()) {
      return base58(text, network, ScriptType.P2PKH, "76a914" + hash + "88ac");
    }
    if (version == network.scriptHashVersion()) {
      return base58(text, network, ScriptType.P2SH, "a914" + hash + "87");
    }
    throw broken(text, "it belongs to another network than " + network);
  }

  private static kotlin.Pair<Byte, byte[]> decodeBase58(String text) {
    try {
      return Base58Check.decode(text);
    } catch (RuntimeException e) {
      throw broken(text, "it is no segwit address, and as Base58 its checksum does not match");
    }
  }

  private static Address base58(String text, Network network, ScriptType type, String script) {
    return new Address(text, network, type, new LockingScript(script));
  }

  private static BrokenRule broken(String text, String rule) {
    var shown = text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    return new BrokenRule("'" + shown + "' is not an address: " + rule);
  }

  /** Marks our own sentence among the library's exceptions. */
  private static final class BrokenRule extends IllegalArgumentException {
    BrokenRule(String message) {
      super(message);
    }
  }

  public Network network() {
    return network;
  }

  public ScriptType type() {
    return type;
  }

  public LockingScript lockingScript() {
    return script;
  }

  /** As it is published: segwit addresses in lower case. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && network == that.network && script.equals(that.script);
  }

  @Override
  public int hashCode() {
    return script.hashCode();
  }
}
