package org.bulbil.cli.contact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bulbil.cli.CommandLines;
import org.junit.jupiter.api.Test;

/** An operator learns what his line says, and gets every address of real lines and no other. */
class ContactCommandTest {

  private static final String ADDRESS = "bc1qc5f3fvr5ftnj70gaj2q68dhg0mne0s85c7ql43";
  private static final ContactReader READER = new ContactReader(Optional.empty());

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int contact(String... arguments) {
    return CommandLines.execute(
        out, err, Stream.concat(Stream.of("contact"), Arrays.stream(arguments)).toList());
  }

  @Test
  void aRightLineIsToldInFull() {
    int code = contact("--strict", "email:tor[]example.org btc:" + ADDRESS + " ciissversion:2");

    assertThat(code).isZero();
    assertThat(out.toString().strip())
        .isEqualTo(
            "{\"fields\":{\"email\":\"tor[]example.org\",\"btc\":\"%s\",\"ciissversion\":\"2\"},\"version\":2,\"addresses\":[{\"address\":\"%s\",\"kind\":\"p2wpkh\",\"network\":\"mainnet\",\"where\":\"field\"}],\"aliases\":[],\"problems\":[]}"
                .formatted(ADDRESS, ADDRESS));
  }

  @Test
  void aWrongChecksumIsAProblemAndNoAddress() {
    int code = contact("--strict", "btc:" + ADDRESS.replace("ql43", "ql44") + " ciissversion:2");

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("\"addresses\":[]", "checksum");
  }

  @Test
  void anotherNetworkCountsWhereItIsAsked() {
    var regtest = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";

    assertThat(contact("--network", "regtest", regtest)).isZero();
    assertThat(contact("--network", "mainnet", regtest)).isZero();
    assertThat(contact("--network", "dogecoin", regtest)).isEqualTo(2);
    var answers = out.toString().lines().toList();
    assertThat(answers.getFirst()).contains("\"network\":\"regtest\"", "\"problems\":[]");
    assertThat(answers.getLast())
        .contains("\"addresses\":[]", "takes coins of regtest, not of mainnet");
  }

  @Test
  void severalLinesAreAnsweredInOrder() {
    contact("email:a[]b.org", "", "email:c[]d.org");

    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString().lines().toList().getLast()).contains("c[]d.org");
  }

  @Test
  void whatIsPrintedIsAscii() {
    contact("email:ö[]example.org \uD83E\uDDC5 \u001b[31m");

    assertThat(out.toString().strip()).matches("[ -~]*").contains("\\u00f6");
  }

  @Test
  void withoutArgumentsStandardInputIsRead() {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(("email:a[]b.org\nbtc:" + ADDRESS).getBytes(UTF_8)));
    try {
      assertThat(contact()).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString().lines()).hasSize(2).last().asString().contains(ADDRESS);
  }

  @Test
  void aStreamOfBytesIsReadLineByLine() throws IOException {
    var lines =
        new LineReader(new ByteArrayInputStream("one\r\ntwo\n\n\u00ff\nlast".getBytes(ISO_8859_1)));

    assertThat(lines.next()).contains(new LineReader.Line("one", Optional.empty()));
    assertThat(lines.next()).contains(new LineReader.Line("two", Optional.empty()));
    assertThat(lines.next()).contains(new LineReader.Line("", Optional.empty()));
    assertThat(lines.next().orElseThrow().problem().orElse("")).contains("UTF-8");
    assertThat(lines.next()).contains(new LineReader.Line("last", Optional.empty()));
    assertThat(lines.next()).isEmpty();
  }

  @Test
  void aLineWithoutEndTakesNoMemory() throws IOException {
    var endless =
        new InputStream() {
          private long left = 20L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 'a' : -1;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(into, from, from + Math.max(0, count), (byte) 'a');
            left -= count;
            return count > 0 ? count : -1;
          }
        };
    var line = new LineReader(endless).next().orElseThrow();

    assertThat(line.text()).hasSize(LineReader.BYTES_MAX);
    assertThat(READER.read(line.text(), line.problem()).problems())
        .anyMatch(problem -> problem.contains("longer"));
  }

  @Test
  void allAddressesOfRealLinesAreFoundAndNoOther() throws IOException {
    for (var columns : rows("contacts/contacts-bitcoin-valid.tsv")) {
      assertThat(addresses(columns.getLast()))
          .as(columns.getLast())
          .isEqualTo(Set.of(columns.getFirst().split("[ ,;|]+")));
    }
    for (var columns : rows("contacts/contacts-bitcoin-tricky.tsv")) {
      assertThat(addresses(columns.getLast())).as(columns.getLast()).isEmpty();
    }
  }

  private static Set<String> addresses(String line) {
    return READER.read(line, Optional.empty()).addresses().stream()
        .map(ContactJson.Address::address)
        .collect(Collectors.toSet());
  }

  private static List<List<String>> rows(String name) throws IOException {
    return Files.readAllLines(file(name), UTF_8).stream()
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
}
