package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.DeterministicWallet.ExtendedPublicKey;
import fr.acinq.bitcoin.KeyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bulbil.bitcoin.Network;

/**
 * A key expression of BIP380 that ranges over indexes: {@code [d34db33f/84h/0h/0h]xpub…/<0;1>/*}.
 *
 * @param branches the path of each branch below {@code extended}: receiving, then change
 */
record DescriptorKey(
    ExtendedPublicKey extended, long fingerprint, KeyPath origin, List<KeyPath> branches) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[([0-9a-fA-F]{8})((?:/[0-9]{1,10}['hH]?)*)])?([1-9A-HJ-NP-Za-km-z]{100,120})"
              + "((?:/(?:[0-9]{1,10}|<[0-9]{1,10};[0-9]{1,10}>))*)(/\\*)?");

  private static final Pattern PAIR = Pattern.compile("<([0-9]+);([0-9]+)>");

  static DescriptorKey parse(String text, Network network) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no extended public key with its path, such as [d34db33f/84h/0h/0h]xpub…/<0;1>/*"
              .formatted(shortened(text)));
    }
    if (match.group(5) == null) {
      throw new IllegalArgumentException("the path of its key must end in /*, one for each index");
    }
    var extended = key(match.group(3), network);
    var isOriginGiven = match.group(1) != null;
    return new DescriptorKey(
        extended,
        isOriginGiven ? Long.parseLong(match.group(1), 16) : unsigned(extended.fingerprint()),
        isOriginGiven ? path(match.group(2)) : path(""),
        branches(match.group(4)));
  }

  /** The library gives four bytes with a sign. */
  private static long unsigned(long fingerprint) {
    return fingerprint & 0xffff_ffffL;
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** The extended key of {@code network}, of whatever prefix (SLIP132). */
  static ExtendedPublicKey key(String text, Network network) {
    var decoded = decode(text);
    if (Prefix.of(decoded.getFirst()).isMain() != (network == Network.MAINNET)) {
      throw new IllegalArgumentException(
          "%s… is a key of another network than %s".formatted(text.substring(0, 4), network));
    }
    return decoded.getSecond();
  }

  static kotlin.Pair<Integer, ExtendedPublicKey> decode(String text) {
    if (text.toLowerCase(Locale.ROOT).contains("prv")
        && text.toLowerCase(Locale.ROOT).indexOf("prv") == 1) {
      throw new IllegalArgumentException(
          "that is a private key: keep it, and give the public one (xpub, zpub, tpub …)");
    }
    try {
      return ExtendedPublicKey.decode(text, new KeyPath(""));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no extended public key: its checksum does not match".formatted(shortened(text)),
          e);
    }
  }

  private static KeyPath path(String text) {
    return new KeyPath(text.isEmpty() ? "m" : "m" + text.replace('h', '\'').replace('H', '\''));
  }

  private static List<KeyPath> branches(String steps) {
    var pairs = PAIR.matcher(steps).results().toList();
    if (pairs.size() > 1) {
      throw new IllegalArgumentException("a path has one <0;1> at most (BIP389)");
    }
    if (pairs.isEmpty()) {
      return List.of(path(steps));
    }
    var pair = pairs.getFirst();
    return List.of(
        path(steps.replace(pair.group(), pair.group(1))),
        path(steps.replace(pair.group(), pair.group(2))));
  }

  KeySource at(int branch, int index) {
    var steps = new ArrayList<>(branches.get(branch).path);
    steps.add((long) index);
    return new KeySource(
        DeterministicWallet.derivePublicKey(extended, steps).getPublicKey(),
        fingerprint,
        origin.append(steps));
  }

  /** The four bytes before an extended public key: network and, by SLIP132, the kind of script. */
  enum Prefix {
    XPUB(DeterministicWallet.xpub, true),
    YPUB(DeterministicWallet.ypub, true),
    ZPUB(DeterministicWallet.zpub, true),
    TPUB(DeterministicWallet.tpub, false),
    UPUB(DeterministicWallet.upub, false),
    VPUB(DeterministicWallet.vpub, false);

    private final int bytes;
    private final boolean main;

    Prefix(int bytes, boolean main) {
      this.bytes = bytes;
      this.main = main;
    }

    boolean isMain() {
      return main;
    }

    static Prefix of(int bytes) {
      return Arrays.stream(values())
          .filter(prefix -> prefix.bytes == bytes)
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("it is no public key of a single signer"));
    }
  }
}
