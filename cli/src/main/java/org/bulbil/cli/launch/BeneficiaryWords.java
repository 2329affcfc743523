package org.bulbil.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.agent.settings.BeneficiariesFile;
import org.bulbil.agent.settings.PayableAddress;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.outcome.Outcome;

/** Beneficiaries as people name them: a file, or one in five words, or answers at a terminal. */
final class BeneficiaryWords {

  private static final int PARTS = 5;

  /** How far a launcher who does not say otherwise vouches for an address that he has just read. */
  private static final int YEARS = 1;

  private final Network network;

  BeneficiaryWords(Network network) {
    this.network = network;
  }

  /** All that {@code words} name, in their order. */
  List<Beneficiary> read(List<String> words) {
    var list = new ArrayList<Beneficiary>();
    for (var word : words) {
      if (Files.isRegularFile(Path.of(word))) {
        list.addAll(file(Path.of(word)));
      } else {
        list.add(parts(word));
      }
    }
    return list;
  }

  private List<Beneficiary> file(Path file) {
    try {
      return BeneficiariesFile.read(file, network).list();
    } catch (IOException e) {
      throw new Trouble("cannot read " + file + ": " + e.getMessage());
    }
  }

  private Beneficiary parts(String word) {
    var parts = word.split("\\s*\\|\\s*", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException(
          "a beneficiary is a file, or 'NAME|ADDRESS|PAGE|CHECKED|EXPIRES', not '%s'"
              .formatted(word));
    }
    return new Beneficiary(parts[0], payable(parts[1]), parts[2], day(parts[3]), day(parts[4]));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("a day is like 2026-11-22, not '" + text + "'", e);
    }
  }

  private String payable(String text) {
    return switch (PayableAddress.read(text, network)) {
      case Outcome.Done<Address>(Address address) -> address.toString();
      case Outcome.Refused<Address>(String why, _) -> throw new IllegalArgumentException(why);
      case Outcome.Unknown<Address>(String why) -> throw new IllegalArgumentException(why);
    };
  }

  /** Asks a person for one, whose page he has open; empty where he does not answer. */
  List<Beneficiary> ask(LocalDate today) {
    System.out.println("Who gets what a relay leaves? Open the charity's own page and read there.");
    var name = StandardInput.asked("Name:");
    var address = StandardInput.asked("Bitcoin address:");
    var source = StandardInput.asked("The page that says so (https://…):");
    return name.isEmpty() || address.isEmpty() || source.isEmpty()
        ? List.of()
        : List.of(
            new Beneficiary(
                name.get(), payable(address.get()), source.get(), today, today.plusYears(YEARS)));
  }
}
