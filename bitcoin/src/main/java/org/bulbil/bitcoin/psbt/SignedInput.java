package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OP_PUSHDATA;
import fr.acinq.bitcoin.PublicKey;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import fr.acinq.bitcoin.ScriptWitness;
import fr.acinq.bitcoin.psbt.Input;
import fr.acinq.bitcoin.psbt.Psbt;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;

/**
 * What makes an input spendable, out of a PSBT that its owner's wallet has signed: finished by the
 * wallet, or as one signature of one key that is put into its place here (BIP174, finalizer).
 */
public record SignedInput(ByteVector scriptSig, ScriptWitness witness) {

  private static final ScriptWitness NO_WITNESS = new ScriptWitness(List.of());

  /** Refused where the input has no signature, or more than one key can give. */
  public static Outcome<SignedInput> of(Psbt psbt, int index) {
    var input = psbt.inputs.get(index);
    return finished(input)
        .or(() -> taproot(input))
        .or(() -> ofOneKey(input))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("input %d is not signed".formatted(index), 0));
  }

  private static Optional<SignedInput> finished(Input input) {
    var witness = input.getScriptWitness();
    var script = input.getScriptSig();
    return witness == null && script == null
        ? Optional.empty()
        : Optional.of(
            new SignedInput(
                script == null ? ByteVector.empty : new ByteVector(Script.write(script)),
                witness == null ? NO_WITNESS : witness));
  }

  private static Optional<SignedInput> taproot(Input input) {
    return Optional.ofNullable(input.getTaprootKeySignature())
        .map(signature -> new SignedInput(ByteVector.empty, new ScriptWitness(List.of(signature))));
  }

  private static Optional<SignedInput> ofOneKey(Input input) {
    if (input.getPartialSigs().size() != 1) {
      return Optional.empty();
    }
    var only = input.getPartialSigs().entrySet().iterator().next();
    return Optional.of(
        input.getWitnessUtxo() == null || input instanceof Input.NonWitnessInput
            ? withoutWitness(only.getKey(), only.getValue())
            : withWitness(input, only.getKey(), only.getValue()));
  }

  private static SignedInput withoutWitness(PublicKey key, ByteVector signature) {
    List<ScriptElt> script = List.of(new OP_PUSHDATA(signature), new OP_PUSHDATA(key.value));
    return new SignedInput(new ByteVector(Script.write(script)), NO_WITNESS);
  }

  private static SignedInput withWitness(Input input, PublicKey key, ByteVector signature) {
    var redeem = input.getRedeemScript();
    var script =
        redeem == null || redeem.isEmpty()
            ? ByteVector.empty
            : new ByteVector(Script.write(List.of(new OP_PUSHDATA(Script.write(redeem)))));
    return new SignedInput(script, new ScriptWitness(List.of(signature, key.value)));
  }
}
