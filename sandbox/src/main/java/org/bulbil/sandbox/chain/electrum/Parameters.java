package org.bulbil.sandbox.chain.electrum;

import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.TxId;
import java.util.List;
import java.util.regex.Pattern;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/** The arguments of a call, by position. Its readers throw {@link RpcError}. */
record Parameters(List<?> values) {

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  String text(int index) {
    if (index < values.size() && values.get(index) instanceof String text) {
      return text;
    }
    throw invalid(index, "a text");
  }

  int number(int index) {
    if (index < values.size() && values.get(index) instanceof Number number) {
      long value = number.longValue();
      if (value >= 0 && value <= Integer.MAX_VALUE) {
        return (int) value;
      }
    }
    throw invalid(index, "a non-negative integer");
  }

  /** The number at {@code index}, or {@code otherwise} where there are not so many. */
  int number(int index, int otherwise) {
    return index < values.size() ? number(index) : otherwise;
  }

  boolean flag(int index) {
    return index < values.size() && Boolean.TRUE.equals(values.get(index));
  }

  TxId txid(int index) {
    return new TxId(hash(index));
  }

  /** Electrum writes script hashes in reverse. */
  ScriptHash scriptHash(int index) {
    return new ScriptHash(hash(index).reversed());
  }

  private ByteVector32 hash(int index) {
    var text = text(index);
    if (!HASH.matcher(text).matches()) {
      throw invalid(index, "a hash of 64 hexadecimal digits");
    }
    return ByteVector32.fromValidHex(text);
  }

  private static RpcError invalid(int index, String wanted) {
    return new RpcError(RpcError.INVALID_PARAMETERS, "argument " + index + " should be " + wanted);
  }
}
