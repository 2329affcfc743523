package org.bulbil.core.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;

/**
 * A bitcoin address whose checksum is right, of a standard kind.
 *
 * @param text as it is published: segwit addresses in small letters
 * @param kind of script that it pays
 * @param chain whose coins it takes
 */
public record BitcoinAddress(String text, Kind kind, Chain chain) {

  private static final int BASE58_LENGTH_MIN = 26;
  private static final int BASE58_LENGTH_MAX = 35;

  /** What kind of script an address pays. */
  public enum Kind {
    P2PKH,
    P2SH,
    P2WPKH,
    P2WSH,
    P2TR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which coins. Testnet and signet write addresses in the same way. */
  public enum Chain {
    MAINNET("bc", 0x00, 0x05),
    TESTNET("tb", 0x6f, 0xc4),
    REGTEST("bcrt", 0x6f, 0xc4);

    private final String prefix;
    private final int pubkeyHash;
    private final int scriptHash;

    Chain(String prefix, int pubkeyHash, int scriptHash) {
      this.prefix = prefix;
      this.pubkeyHash = pubkeyHash;
      this.scriptHash = scriptHash;
    }

    String prefix() {
      return prefix;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The address that {@code text} spells; refused with the rule that it breaks. */
  public static Outcome<BitcoinAddress> read(String text) {
    return segwitChain(text).map(chain -> segwit(text, chain)).orElseGet(() -> base58(text));
  }

  /**
   * Whether coins of {@code wanted} can be sent there. Old addresses of all test networks look
   * alike: they are read as testnet's and are regtest's as well.
   */
  public boolean isOn(Chain wanted) {
    return chain == wanted || (isOld() && chain == Chain.TESTNET && wanted == Chain.REGTEST);
  }

  private boolean isOld() {
    return kind == Kind.P2PKH || kind == Kind.P2SH;
  }

  private static Optional<Chain> segwitChain(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(Chain.values())
        .filter(chain -> lower.startsWith(chain.prefix() + "1"))
        .findFirst();
  }

  private static Outcome<BitcoinAddress> segwit(String text, Chain chain) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) {
      return refused("it mixes small and capital letters (BIP173)");
    }
    return SegwitCode.read(lower, chain.prefix())
        .map(code -> standard(lower, code, chain))
        .orElseGet(() -> refused("its checksum or length is wrong (BIP173, BIP350)"));
  }

  private static Outcome<BitcoinAddress> standard(String text, SegwitCode code, Chain chain) {
    return kind(code)
        .map(kind -> Outcome.done(new BitcoinAddress(text, kind, chain)))
        .orElseGet(
            () ->
                refused(
                    "witness version %d with %d bytes is no standard type"
                        .formatted(code.version(), code.length())));
  }

  private static Optional<Kind> kind(SegwitCode code) {
    if (code.version() == 0 && code.length() == 20) {
      return Optional.of(Kind.P2WPKH);
    }
    if (code.version() == 0 && code.length() == 32) {
      return Optional.of(Kind.P2WSH);
    }
    return code.version() == 1 && code.length() == 32 ? Optional.of(Kind.P2TR) : Optional.empty();
  }

  private static Outcome<BitcoinAddress> base58(String text) {
    if (text.length() < BASE58_LENGTH_MIN || text.length() > BASE58_LENGTH_MAX) {
      return refused("it is neither a segwit address nor 26 to 35 characters of Base58");
    }
    return Base58Check.payload(text)
        .map(payload -> old(text, payload[0] & 0xff))
        .orElseGet(() -> refused("its checksum is wrong (Base58Check)"));
  }

  private static Outcome<BitcoinAddress> old(String text, int version) {
    for (var chain : Chain.values()) {
      if (version == chain.pubkeyHash || version == chain.scriptHash) {
        var kind = version == chain.pubkeyHash ? Kind.P2PKH : Kind.P2SH;
        return Outcome.done(new BitcoinAddress(text, kind, chain));
      }
    }
    return refused("it is an address of other coins (version %d)".formatted(version));
  }

  private static Outcome<BitcoinAddress> refused(String rule) {
    return Outcome.refused(rule, 0);
  }

  @Override
  public String toString() {
    return text;
  }
}
