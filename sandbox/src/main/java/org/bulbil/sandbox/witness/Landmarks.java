package org.bulbil.sandbox.witness;

import fr.acinq.bitcoin.ByteVector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bulbil.sandbox.chain.Address;

/**
 * The scripts on the chain whose owners the world knows: invoices, beneficiaries, the published
 * addresses of relays.
 */
final class Landmarks {

  private final Set<ByteVector> beneficiaries;
  private final Set<ByteVector> invoices = new HashSet<>();
  private final Map<ByteVector, String> wallets = new HashMap<>();
  private final Map<String, Set<Address>> published = new HashMap<>();

  Landmarks(List<Address> beneficiaries) {
    this.beneficiaries =
        beneficiaries.stream().map(Address::script).collect(Collectors.toUnmodifiableSet());
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

  /** Notes an address that somebody publishes under a relay's name, be it the relay or not. */
  void notePublished(String hostname, Address address) {
    published.computeIfAbsent(hostname, _ -> new HashSet<>()).add(address);
  }

  /** Names under which more than one address was published. */
  List<String> namesOfSeveralWallets() {
    return published.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  boolean isInvoice(ByteVector script) {
    return invoices.contains(script);
  }

  boolean isBeneficiary(ByteVector script) {
    return beneficiaries.contains(script);
  }

  /** The relay that publishes {@code script}. */
  Optional<String> publisher(ByteVector script) {
    return Optional.ofNullable(wallets.get(script));
  }

  Map<ByteVector, String> wallets() {
    return Map.copyOf(wallets);
  }
}
