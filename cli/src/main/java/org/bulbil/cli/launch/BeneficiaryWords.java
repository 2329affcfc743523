package org.bulbil.cli.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bulbil.agent.settings.BeneficiariesFile;
import org.bulbil.agent.settings.PayableAddress;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.console.StandardInput;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.charity.Standing;

/** Beneficiaries as people name them: a file, or one in five words, or answers at a terminal. */
final class BeneficiaryWords {

  private static final int PARTS = 5;

  /** Stands for the built-in list. */
  private static final String DEFAULT = "default";

  private static final String LIST = "beneficiaries.toml";

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
      if (word.equals(DEFAULT)) {
        list.addAll(standard());
      } else if (Files.isRegularFile(Path.of(word))) {
        list.addAll(file(Path.of(word)));
      } else {
        list.add(parts(word));
      }
    }
    return list;
  }

  /**
   * The built-in list; each entry has its source, its day and its end.
   *
   * @throws IllegalArgumentException on a network whose coins no charity takes
   */
  List<Beneficiary> standard() {
    if (network != Network.MAINNET) {
      throw new IllegalArgumentException(
          "the default beneficiaries take coins of mainnet, not of " + network);
    }
    try (var text = BeneficiaryWords.class.getResourceAsStream(LIST)) {
      var toml = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
      return BeneficiariesFile.parse(LIST, toml, network).list();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own " + LIST, e);
    }
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
    return PayableAddress.read(text, network).orElseThrow(IllegalArgumentException::new).toString();
  }

  /**
   * Asks a person for the built-in list, or else for one whose page he has open; empty where he
   * does not answer.
   */
  List<Beneficiary> ask(LocalDate today) {
    System.out.println("Who gets what a relay leaves? Open the charity's own page and read there.");
    var known = network == Network.MAINNET ? valid(standard(), today) : List.<Beneficiary>of();
    known.forEach(entry -> System.out.println("  " + described(entry)));
    return !known.isEmpty() && StandardInput.confirms("Does its page say the same today? Take it?")
        ? known
        : asked(today);
  }

  private static List<Beneficiary> valid(List<Beneficiary> list, LocalDate today) {
    return list.stream().filter(entry -> entry.on(today) instanceof Standing.Valid).toList();
  }

  private static String described(Beneficiary entry) {
    return "%s, said by %s on %s, good until %s"
        .formatted(entry, entry.source(), entry.checked(), entry.expires());
  }

  private List<Beneficiary> asked(LocalDate today) {
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
