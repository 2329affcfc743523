package org.bulbil.sandbox.witness;

import fr.acinq.bitcoin.ByteVector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bulbil.sandbox.chain.Address;

/**
 * The scripts on the chain whose owners the world knows: invoices, the beneficiary, the published
 * addresses of relays.
 */
final class Landmarks {

  private final ByteVector beneficiary;
  private final Set<ByteVector> invoices = new HashSet<>();
  private final Map<ByteVector, String> wallets = new HashMap<>();

  Landmarks(Address beneficiary) {
    this.beneficiary = beneficiary.script();
  }

  void addInvoice(Address address) {
    invoices.add(address.script());
  }

  /**
   * Notes a relay's published address.
   *
   * @return whether that is news
   */
  boolean addWallet(String hostname, Address address) {
    return wallets.putIfAbsent(address.script(), hostname) == null;
  }

  boolean isInvoice(ByteVector script) {
    return invoices.contains(script);
  }

  boolean isBeneficiary(ByteVector script) {
    return beneficiary.equals(script);
  }

  /** The relay that publishes {@code script}. */
  Optional<String> publisher(ByteVector script) {
    return Optional.ofNullable(wallets.get(script));
  }

  Map<ByteVector, String> wallets() {
    return Map.copyOf(wallets);
  }
}
