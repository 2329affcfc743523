package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Crypto;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.XonlyPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bulbil.bitcoin.LockingScript;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.psbt.DescriptorKey.Prefix;
import org.bulbil.bitcoin.selection.Spending;

/**
 * All scripts of a donor's wallet (BIP380): {@code wpkh(…)}, {@code sh(wpkh(…))}, {@code pkh(…)} or
 * {@code tr(…)} with one extended public key that ends in {@code /*}; {@code <0;1>} names the
 * branch for receiving and that for change (BIP389). A bare zpub or ypub says the same by its
 * prefix (SLIP132). A checksum is checked where there is one.
 *
 * <p>Not read: several keys, miniscript, taproot scripts.
 */
public final class Descriptor {

  /** Where others pay to. */
  public static final int RECEIVE = 0;

  /** Where a wallet pays its own change to. */
  public static final int CHANGE = 1;

  /** The longest that is read: an origin, an extended key and a path are some 180 characters. */
  private static final int LENGTH_MAX = 400;

  private final Spending spending;
  private final Network network;
  private final List<Branch> branches;

  /** One of the branches of a key. */
  private record Branch(DescriptorKey key, int number) {
    static List<Branch> of(DescriptorKey key) {
      return IntStream.range(0, key.branches().size())
          .mapToObj(number -> new Branch(key, number))
          .toList();
    }

    KeySource at(int index) {
      return key.at(number, index);
    }
  }

  private Descriptor(Spending spending, Network network, List<Branch> branches) {
    this.spending = spending;
    this.network = network;
    this.branches = List.copyOf(branches);
  }

  private Descriptor(Spending spending, Network network, DescriptorKey key) {
    this(spending, network, Branch.of(key));
  }

  /**
   * Reads a descriptor, or an extended public key whose prefix says the kind of script.
   *
   * @throws IllegalArgumentException naming the rule that it breaks
   */
  public static Descriptor parse(String text, Network network) {
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a descriptor has at most " + LENGTH_MAX + " characters; only those of one key are read");
    }
    var body = withoutChecksum(text.strip());
    return body.contains("(") ? ofDescriptor(body, network) : ofExtendedKey(body, network);
  }

  private static String withoutChecksum(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      return text;
    }
    var body = text.substring(0, hash);
    var right = fr.acinq.bitcoin.Descriptor.checksum(body);
    if (!right.equals(text.substring(hash + 1))) {
      throw new IllegalArgumentException(
          "the descriptor's checksum does not match, so it was mistyped or cut (BIP380)");
    }
    return body;
  }

  private static Descriptor ofDescriptor(String body, Network network) {
    var spending =
        switch (body.substring(0, body.lastIndexOf('(') + 1)) {
          case "pkh(" -> Spending.PKH;
          case "wpkh(" -> Spending.WPKH;
          case "sh(wpkh(" -> Spending.SH_WPKH;
          case "tr(" -> Spending.TR;
          default ->
              throw new IllegalArgumentException(
                  "only wpkh(KEY), sh(wpkh(KEY)), pkh(KEY) and tr(KEY) are read here");
        };
    var closing = spending == Spending.SH_WPKH ? "))" : ")";
    var inner = body.substring(body.lastIndexOf('(') + 1);
    if (!inner.endsWith(closing)) {
      throw new IllegalArgumentException("a bracket of the descriptor is missing");
    }
    var expression = inner.substring(0, inner.length() - closing.length());
    return new Descriptor(spending, network, DescriptorKey.parse(expression, network));
  }

  private static Descriptor ofExtendedKey(String text, Network network) {
    var spending = spending(Prefix.of(DescriptorKey.decode(text).getFirst()));
    return new Descriptor(spending, network, DescriptorKey.parse(text + "/<0;1>/*", network));
  }

  private static Spending spending(Prefix prefix) {
    return switch (prefix) {
      case ZPUB, VPUB -> Spending.WPKH;
      case YPUB, UPUB -> Spending.SH_WPKH;
      case XPUB, TPUB ->
          throw new IllegalArgumentException(
              "an xpub alone does not say which kind of addresses it has; write wpkh(xpub…/<0;1>/*)"
                  + " for those that start with bc1q, tr(…) for bc1p, sh(wpkh(…)) for 3 and pkh(…)"
                  + " for 1");
    };
  }

  public Spending spending() {
    return spending;
  }

  public Network network() {
    return network;
  }

  /** How many branches it names: 2 with {@code <0;1>}, else 1. */
  public int branches() {
    return branches.size();
  }

  /** The same with {@code change} for its branch of change, as wallets list them one by one. */
  public Descriptor withChange(Descriptor change) {
    if (branches() != 1 || change.branches() != 1) {
      throw new IllegalArgumentException(
          "one descriptor names both branches (<0;1>), or two name one each");
    }
    if (spending != change.spending) {
      throw new IllegalArgumentException(
          "change goes to another kind of address than it comes from");
    }
    return new Descriptor(
        spending, network, List.of(branches.getFirst(), change.branches.getFirst()));
  }

  /**
   * The script of an index.
   *
   * @param branch {@link #RECEIVE} or {@link #CHANGE}, below {@link #branches}
   */
  public Place at(int branch, int index) {
    var source = branches.get(branch).at(index);
    return new Place(script(source.key()), source);
  }

  /** The place of a script among the first {@code count} of each branch. */
  public Optional<Place> find(LockingScript script, int count) {
    return IntStream.range(0, branches())
        .boxed()
        .flatMap(branch -> IntStream.range(0, count).mapToObj(index -> at(branch, index)))
        .filter(place -> place.script().equals(script))
        .findFirst();
  }

  private LockingScript script(PublicKey point) {
    var script =
        switch (spending) {
          case PKH -> Script.pay2pkh(point);
          case WPKH -> Script.pay2wpkh(point);
          case SH_WPKH -> Script.pay2sh(Script.pay2wpkh(point));
          case TR ->
              Script.pay2tr(new XonlyPublicKey(point), Crypto.TaprootTweak.KeyPathTweak.INSTANCE);
        };
    return LockingScript.of(Script.write(script));
  }
}
