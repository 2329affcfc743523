package org.bulbil.cli.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.contact.Addresses;
import org.bulbil.core.contact.Addresses.Found;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.ContactInfo;

/**
 * Reads contact lines.
 *
 * @param network whose addresses count; empty for all
 */
record ContactReader(Optional<Chain> network) {

  /**
   * What {@code line} says; no content makes it fail.
   *
   * @param problem that it has already
   */
  ContactJson read(String line, Optional<String> problem) {
    var contact = ContactInfo.read(line);
    var addresses = Addresses.in(line);
    var problems = new ArrayList<String>(problem.stream().toList());
    problems.addAll(contact.problems());
    addresses
        .rejected()
        .forEach(word -> problems.add("%s is no address: %s".formatted(word.text(), word.why())));
    addresses.found().stream()
        .filter(found -> !found.address().isOn(wanted()))
        .map(this::elsewhere)
        .forEach(problems::add);
    return new ContactJson(
        contact.fields(),
        contact.version().orElse(null),
        counted(addresses.found()),
        addresses.aliases(),
        problems);
  }

  private Chain wanted() {
    return network.orElse(Chain.MAINNET);
  }

  private List<ContactJson.Address> counted(List<Found> found) {
    return found.stream()
        .filter(one -> network.map(one.address()::isOn).orElse(true))
        .map(ContactJson.Address::of)
        .toList();
  }

  private String elsewhere(Found found) {
    return "%s takes coins of %s, not of %s"
        .formatted(found.address(), found.address().chain(), wanted());
  }
}
