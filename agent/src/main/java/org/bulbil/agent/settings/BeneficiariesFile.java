package org.bulbil.agent.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiaries;

/**
 * A list of beneficiaries in a file of its own: tables {@code [[beneficiary]]} with name, address,
 * source, checked and expires, in order of preference.
 */
public final class BeneficiariesFile {

  private BeneficiariesFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws InvalidSettings naming every key that is unknown, missing or breaks a rule
   * @throws IOException where the file cannot be read
   */
  public static Beneficiaries read(Path file, Network network) throws IOException {
    return parse(file.toString(), Files.readString(file), network);
  }

  /**
   * The same of a text.
   *
   * @param name of the text, for messages
   */
  public static Beneficiaries parse(String name, String text, Network network) {
    var toml = TomlReader.of(text);
    var list = BeneficiaryTables.read("beneficiary", toml, network);
    var faults = toml.faults();
    if (!faults.isEmpty()) {
      throw new InvalidSettings(name, faults);
    }
    return list;
  }
}
