package org.bulbil.sandbox.chain.esplora;

import fr.acinq.bitcoin.BlockHash;
import fr.acinq.bitcoin.BlockId;
import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.TxId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/**
 * A request whose route is found. Its readers throw {@link BadRequest} for what cannot be read.
 *
 * @param variables the parts of the path that the route names
 * @param query after the question mark
 */
record Call(Map<String, String> variables, Map<String, String> query, String body) {

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

  TxId txid() {
    return txid("txid");
  }

  TxId txid(String name) {
    return new TxId(hash(name));
  }

  BlockHash block() {
    return new BlockHash(new BlockId(hash("hash")));
  }

  ScriptHash scriptHash() {
    return new ScriptHash(hash("scripthash"));
  }

  Address address() {
    return address(variable("address"));
  }

  static Address address(String text) {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("Invalid Bitcoin address: " + text);
    }
  }

  int number(String name) {
    return number(name, variable(name));
  }

  /** The whole number {@code name} of the query; empty where it is not there. */
  Optional<Integer> asked(String name) {
    return asked(name, text -> number(name, text));
  }

  /** A part of the query as {@code reader} understands it. */
  <T> Optional<T> asked(String name, Function<String, T> reader) {
    return Optional.ofNullable(query.get(name)).map(reader);
  }

  static int number(String name, String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new BadRequest("Invalid " + name + ": " + text + " is not a whole number");
    }
  }

  private ByteVector32 hash(String name) {
    var text = variable(name);
    if (!HASH.matcher(text).matches()) {
      throw new BadRequest("Invalid hex string: " + name + " is 64 hexadecimal digits");
    }
    return ByteVector32.fromValidHex(text);
  }

  private String variable(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no {" + name + "}");
    }
    return value;
  }
}
