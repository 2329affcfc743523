package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The contact lines of real relays: every btc field is found, and nothing else is taken for one.
 */
class RealContactsTest {

  private static final Pattern SIMPLE =
      Pattern.compile("(?i)(?:^|\\s)btc:[a-z0-9]{14,99}(?:\\s|$)");

  /** A line of the collection: the addresses that are known to stand in it, and itself. */
  private record Sample(Set<String> addresses, String contact) {

    /** Whether some word is a btc field, by a rule much simpler than the reader's. */
    boolean usesTheField() {
      return Arrays.stream(contact.toLowerCase(Locale.ROOT).split("\\s+"))
          .anyMatch(word -> word.startsWith("btc:") && word.length() > 4);
    }
  }

  private static List<Sample> samples(String name) throws IOException {
    return Files.readAllLines(file(name)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(
            columns -> new Sample(Set.of(columns[0].split("[ ,;|]+")), columns[columns.length - 1]))
        .toList();
  }

  private static Path file(String name) {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolveSibling("shared").resolve("data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return abort("the data to test with, shared/data/" + name + ", is not here");
  }

  @Test
  void everyBtcFieldIsFound() throws IOException {
    var withField =
        samples("contacts/contacts-bitcoin-valid.tsv").stream()
            .filter(Sample::usesTheField)
            .toList();
    assertThat(withField).hasSizeGreaterThan(20);
    for (var sample : withField) {
      assertThat(ContactInfo.read(sample.contact()).btc())
          .as(sample.contact())
          .hasValueSatisfying(btc -> assertThat(sample.addresses()).contains(btc));
    }
  }

  @Test
  void anAddressOutsideTheFieldIsNotTaken() throws IOException {
    for (var sample : samples("contacts/contacts-bitcoin-valid.tsv")) {
      if (!sample.usesTheField()) {
        assertThat(ContactInfo.read(sample.contact()).btc()).as(sample.contact()).isEmpty();
      }
    }
  }

  @Test
  void trickyLinesHoldNoFieldButTheirOwn() throws IOException {
    for (var sample : samples("contacts/contacts-bitcoin-tricky.tsv")) {
      assertThat(ContactInfo.read(sample.contact()).btc().isPresent())
          .as(sample.contact())
          .isEqualTo(sample.usesTheField());
    }
  }

  @Test
  void nobodyElseIsTakenForARelative() throws IOException {
    for (var sample : samples("contacts/contacts-bitcoin-valid.tsv")) {
      assertThat(ContactInfo.read(sample.contact()).heritage()).isEmpty();
    }
  }

  /** All of a consensus: none makes the reader fail, and its fields are those of a simple rule. */
  @Test
  void everyRelayOfADayIsRead() throws IOException {
    var contacts = contactsOfADay();
    assertThat(contacts).hasSizeGreaterThan(9000);
    long found = contacts.stream().filter(line -> ContactInfo.read(line).btc().isPresent()).count();
    long simple = contacts.stream().filter(line -> SIMPLE.matcher(line).find()).count();
    assertThat(found).isEqualTo(simple).isGreaterThan(800);
  }

  private static List<String> contactsOfADay() throws IOException {
    var contact = Pattern.compile("\"contact\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    var file = file("onionoo/onionoo-details-nofamily-2026-02-22.json.gz");
    try (var unzipped = new GZIPInputStream(Files.newInputStream(file))) {
      var text = new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
      return contact.matcher(text).results().map(found -> found.group(1)).toList();
    }
  }
}
