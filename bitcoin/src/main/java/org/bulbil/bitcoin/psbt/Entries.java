package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import fr.acinq.bitcoin.TxOut;
import fr.acinq.bitcoin.psbt.Input;
import fr.acinq.bitcoin.psbt.Input.NonWitnessInput.PartiallySignedNonWitnessInput;
import fr.acinq.bitcoin.psbt.Input.WitnessInput.PartiallySignedWitnessInput;
import fr.acinq.bitcoin.psbt.KeyPathWithMaster;
import fr.acinq.bitcoin.psbt.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.bitcoin.selection.Spending;
import org.jspecify.annotations.Nullable;

/**
 * What a PSBT tells a signer about each input and output (BIP174, BIP371 for taproot). A script
 * that is not there is null: an empty list would be written as a script without operations.
 */
final class Entries {

  private Entries() {}

  /**
   * An input to be signed.
   *
   * @param sighash the type of signature that is asked for; null for the usual one
   */
  static Input input(DonorCoin coin, @Nullable Integer sighash) {
    return switch (coin.spending()) {
      case PKH -> withoutWitness(coin, sighash);
      case WPKH -> witness(coin, sighash, null);
      case SH_WPKH -> witness(coin, sighash, Script.pay2wpkh(coin.key().orElseThrow().key()));
      case TR -> taproot(coin, sighash);
    };
  }

  private static Input withoutWitness(DonorCoin coin, @Nullable Integer sighash) {
    return new PartiallySignedNonWitnessInput(
        coin.previous().orElseThrow(),
        coin.point().index(),
        sighash,
        Map.of(),
        derivation(coin.key()),
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        List.of());
  }

  /** Amount and script, and the whole transaction as well: hardware wallets hash it. */
  private static Input witness(
      DonorCoin coin, @Nullable Integer sighash, @Nullable List<? extends ScriptElt> redeem) {
    return new PartiallySignedWitnessInput(
        output(coin),
        coin.previous().orElse(null),
        sighash,
        Map.of(),
        derivation(coin.key()),
        redeem,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        null,
        Map.of(),
        null,
        List.of());
  }

  /** A taproot signature covers the amounts of all inputs, so that no former one is needed. */
  private static Input taproot(DonorCoin coin, @Nullable Integer sighash) {
    return new PartiallySignedWitnessInput(
        output(coin),
        null,
        sighash,
        Map.of(),
        Map.of(),
        null,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        null,
        coin.key().map(KeySource::taprootDerivation).orElse(Map.of()),
        coin.key().map(KeySource::xonly).orElse(null),
        List.of());
  }

  private static TxOut output(DonorCoin coin) {
    return new TxOut(new Satoshi(coin.value().value()), coin.script().bytes());
  }

  private static Map<PublicKey, KeyPathWithMaster> derivation(Optional<KeySource> key) {
    return key.map(KeySource::derivation).orElse(Map.of());
  }

  /** An output to somebody else. */
  static Output foreign() {
    return new Output.UnspecifiedOutput(Map.of(), null, Map.of(), List.of());
  }

  /** An output by whose key a signer sees that it is its own. */
  static Output change(ChangeTo change) {
    return change.key().map(key -> own(change.spending(), key)).orElseGet(Entries::foreign);
  }

  private static Output own(Spending spending, KeySource key) {
    return switch (spending) {
      case PKH -> new Output.NonWitnessOutput(null, key.derivation(), List.of());
      case WPKH -> witness(null, key);
      case SH_WPKH -> witness(Script.pay2wpkh(key.key()), key);
      case TR ->
          new Output.WitnessOutput(
              null, null, Map.of(), key.xonly(), key.taprootDerivation(), List.of());
    };
  }

  private static Output witness(@Nullable List<? extends ScriptElt> redeem, KeySource key) {
    return new Output.WitnessOutput(null, redeem, key.derivation(), null, Map.of(), List.of());
  }
}
