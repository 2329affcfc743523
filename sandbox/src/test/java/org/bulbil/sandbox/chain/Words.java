package org.bulbil.sandbox.chain;

import fr.acinq.bitcoin.DeterministicWallet;
import fr.acinq.bitcoin.MnemonicCode;

/** The seed that other people's wallets are given, and what our library makes of it (BIP84). */
final class Words {

  static final String TEXT =
      "legal winner thank year wave sausage worth useful legal winner thank yellow";

  private Words() {}

  /** m/84'/1'/0' */
  static DeterministicWallet.ExtendedPrivateKey account() {
    return DeterministicWallet.generate(MnemonicCode.toSeed(TEXT, ""))
        .derivePrivateKey("m/84'/1'/0'");
  }

  /** The receiving address at {@code index}. */
  static Address address(int index) {
    var key = account().derivePrivateKey("m/0/" + index).getPublicKey();
    return Address.of(Workbench.segwit(key)).orElseThrow();
  }
}
