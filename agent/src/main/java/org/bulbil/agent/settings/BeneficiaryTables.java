package org.bulbil.agent.settings;

import java.time.LocalDate;
import java.util.Optional;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiaries;
import org.bulbil.core.charity.Beneficiary;

/** The list of beneficiaries as tables {@code [[will.beneficiary]]}, in order of preference. */
final class BeneficiaryTables {

  private static final String KEY = "will.beneficiary";

  /** Stands in for a list that broke a rule, while the rest is read for further faults. */
  private static final Beneficiaries NOBODY =
      Beneficiaries.of(
          new Beneficiary("nobody", "", "http://localhost", LocalDate.EPOCH, LocalDate.EPOCH));

  private BeneficiaryTables() {}

  /** The list; a fault where one names a denied address or one of another network. */
  static Beneficiaries read(TomlReader toml, Network network) {
    return read(KEY, toml, network);
  }

  /** The same from tables of another name. */
  static Beneficiaries read(String key, TomlReader toml, Network network) {
    int before = toml.faultsSoFar();
    var entries = toml.tables(key, table -> entry(table, network));
    return entries.isEmpty() && toml.faultsSoFar() > before
        ? NOBODY
        : toml.tried(key, entries, Beneficiaries::new).orElse(NOBODY);
  }

  private static Optional<Beneficiary> entry(TomlReader table, Network network) {
    var name = table.required("name", "", text -> text);
    var address = table.required("address", "", text -> payable(text, network));
    var source = table.required("source", "", text -> text);
    var checked = table.day("checked");
    var expires = table.day("expires");
    return name.isEmpty() || address.isEmpty() || source.isEmpty()
        ? Optional.empty()
        : checked.flatMap(
            from -> expires.map(until -> new Beneficiary(name, address, source, from, until)));
  }

  private static String payable(String text, Network network) {
    return PayableAddress.read(text, network).orElseThrow(IllegalArgumentException::new).toString();
  }

  static void write(TomlWriter toml, Beneficiaries beneficiaries) {
    for (var entry : beneficiaries.list()) {
      toml.element(KEY)
          .put("name", entry.name())
          .put("address", entry.address())
          .put("source", entry.source())
          .put("checked", entry.checked())
          .put("expires", entry.expires());
    }
  }
}
