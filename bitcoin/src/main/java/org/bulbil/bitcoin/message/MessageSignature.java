package org.bulbil.bitcoin.message;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.ScriptWitness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.outcome.Outcome;

/**
 * A signature of a message by the key of an address, in the simple format of BIP322: the witness of
 * {@link Challenge#toSign}, base64.
 *
 * @param value with the prefix {@code smp} that version 2 of the BIP asks for, or without, as older
 *     programs write it; not checked yet
 */
public record MessageSignature(String value) {

  private static final String PREFIX = "smp";

  /** A witness of a key has 107 bytes; more than this many characters are not looked at. */
  private static final int LENGTH_MAX = 2_000;

  private static final byte SIGHASH_ALL = 1;

  /** A Schnorr signature without a byte for its kind signs all (BIP341). */
  private static final int SCHNORR = 64;

  /** Items and lengths above this need more than a byte; none of a key's witness does. */
  private static final int SMALL_MAX = 252;

  static MessageSignature of(ScriptWitness witness) {
    var bytes = ScriptWitness.Companion.write(witness);
    return new MessageSignature(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * Whether {@code signer}'s key signed {@code message}: done, or refused with the reason; unknown
   * for kinds of addresses that are not checked here (BIP322 calls that inconclusive).
   */
  public Outcome<MessageSignature> check(Address signer, String message) {
    var stack = stack();
    if (stack.isEmpty()) {
      return Outcome.refused("it is no signature as BIP322 writes them", 0);
    }
    return switch (signer.type()) {
      case P2WPKH -> check(stack.get(), hasKeyAndSignature(stack.get()), signer, message);
      case P2TR ->
          stack.get().size() == 1
              ? check(stack.get(), isSchnorr(stack.get().getFirst()), signer, message)
              : Outcome.unknown("signatures by a script are not checked here");
      case P2PKH, P2SH, P2WSH ->
          Outcome.unknown("signatures of " + signer.type() + " addresses are not checked here");
    };
  }

  private Outcome<MessageSignature> check(
      List<ByteVector> stack, boolean isComplete, Address signer, String message) {
    return isComplete && spends(stack, signer, message)
        ? Outcome.done(this)
        : Outcome.refused("it is not by the key of " + signer + " or not of this message", 0);
  }

  /** BIP322: every signature must be of all (SIGHASH_ALL). */
  private static boolean hasKeyAndSignature(List<ByteVector> stack) {
    return stack.size() == 2 && endsWith(stack.getFirst(), SIGHASH_ALL);
  }

  private static boolean isSchnorr(ByteVector item) {
    return item.size() == SCHNORR || (item.size() == SCHNORR + 1 && endsWith(item, SIGHASH_ALL));
  }

  private static boolean endsWith(ByteVector item, byte last) {
    return !item.isEmpty() && item.get(item.size() - 1) == last;
  }

  private static boolean spends(List<ByteVector> stack, Address signer, String message) {
    var challenge = Challenge.of(signer.lockingScript(), message);
    var signed = challenge.toSign().updateWitness(0, new ScriptWitness(stack));
    try {
      signed.correctlySpends(
          List.of(challenge.toSpend()), ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
      return true;
    } catch (RuntimeException e) {
      return false; // The library tells a wrong signature by exceptions of several kinds.
    }
  }

  /** The items of the witness; empty where the text is none. */
  private Optional<List<ByteVector>> stack() {
    if (value.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      var bare = value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
      return stack(Base64.getDecoder().decode(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<ByteVector>> stack(byte[] bytes) {
    var items = new ArrayList<ByteVector>();
    int at = 1;
    while (at < bytes.length) {
      int length = bytes[at] & 0xff;
      if (length > SMALL_MAX || at + 1 + length > bytes.length) {
        return Optional.empty();
      }
      items.add(new ByteVector(Arrays.copyOfRange(bytes, at + 1, at + 1 + length)));
      at += 1 + length;
    }
    return bytes.length > 1 && (bytes[0] & 0xff) == items.size()
        ? Optional.of(items)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
