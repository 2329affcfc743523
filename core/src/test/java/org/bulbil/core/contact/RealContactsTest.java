package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The contact lines of real relays: every btc field is found, and nothing else is taken for one.
 */
class RealContactsTest {

  private static final Pattern SIMPLE =
      Pattern.compile("(?i)(?:^|\\s)btc:[a-z0-9]{14,99}(?:\\s|$)");

  /** Words of the usual forms, but for names of mailboxes. */
  private static final Pattern LIKELY =
      Pattern.compile("\\b(?:bc1[a-z0-9]{20,80}|[13][a-km-zA-HJ-NP-Z1-9]{25,34})\\b(?!@|\\[)");

  /** A line of the collection: the addresses that are known to stand in it, and itself. */
  private record Sample(Set<String> addresses, String contact) {

    /** Whether some word is a btc field, by a rule much simpler than the reader's. */
    boolean usesTheField() {
      return Arrays.stream(contact.toLowerCase(Locale.ROOT).split("\\s+"))
          .anyMatch(word -> word.startsWith("btc:") && word.length() > 4);
    }
  }

  private static List<Sample> samples(String name) throws IOException {
    return rows(name).stream()
        .map(columns -> new Sample(Set.of(columns.getFirst().split("[ ,;|]+")), columns.getLast()))
        .toList();
  }

  private static List<List<String>> rows(String name) throws IOException {
    return Files.readAllLines(file(name)).stream()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)))
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
  void everyValidAddressIsFoundWithItsKind() throws IOException {
    for (var columns : rows("contacts/contacts-bitcoin-valid.tsv")) {
      var found = Addresses.in(columns.getLast()).on(BitcoinAddress.Chain.MAINNET);
      assertThat(found)
          .as(columns.getLast())
          .extracting(BitcoinAddress::text)
          .containsExactlyInAnyOrder(columns.get(0).split("[ ,;|]+"));
      assertThat(found)
          .as(columns.getLast())
          .extracting(address -> address.kind().toString())
          .contains(columns.get(1).split("[ ,;|]+"));
    }
  }

  @Test
  void everyTrickyLineIsJudgedAsTheFileSays() throws IOException {
    for (var columns : rows("contacts/contacts-bitcoin-tricky.tsv")) {
      var addresses = Addresses.in(columns.getLast());
      var wrong = columns.get(0).equals("invalid-checksum") ? List.of(columns.get(1)) : List.of();
      assertThat(addresses.found()).as(columns.getLast()).isEmpty();
      assertThat(addresses.rejected())
          .as(columns.getLast())
          .extracting(Addresses.Rejected::text)
          .isEqualTo(wrong);
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

  /** Over a whole day each word that looks like an address is either found or rejected. */
  @Test
  void everyLikelyWordOfADayIsJudged() throws IOException {
    var relays = 0;
    var addresses = new HashSet<String>();
    for (var line : contactsOfADay()) {
      var all = Addresses.in(line);
      var found = all.on(BitcoinAddress.Chain.MAINNET).stream().map(BitcoinAddress::text).toList();
      var judged = new HashSet<>(found);
      all.rejected().forEach(word -> judged.add(word.text()));
      assertThat(judged).as(line).containsAll(likely(line));
      relays += found.isEmpty() ? 0 : 1;
      addresses.addAll(found);
    }
    assertThat(relays).isGreaterThan(950);
    assertThat(addresses).hasSizeGreaterThan(60);
  }

  private static Set<String> likely(String line) {
    return LIKELY.matcher(line).results().map(MatchResult::group).collect(Collectors.toSet());
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
