package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.testing.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No contact line breaks the reader, and none makes it find an address that is not in it. */
class ContactNoiseTest {

  private static final int ROUNDS = 20_000;

  private static final List<String> LINES =
      List.of(
          "",
          "Random Person <nobody AT example dot com> - 1Ab93nZzqBhhoTetUfzjXxpNjUoEQ84Jrt",
          "email:tor[]example.org url:https://example.org proof:uri-rsa hoster:example.net"
              + " uplinkbw:1000 btc:bc1qc5f3fvr5ftnj70gaj2q68dhg0mne0s85c7ql43 ciissversion:2",
          "bitcoin:BC1QC5F3FVR5FTNJ70GAJ2Q68DHG0MNE0S85C7QL43?amount=0.1 xmr:4 cost:10.70USD",
          "btc:3P14159f73E4gFr7JterCCQh9QjiTjiZrG tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
          "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080 donate@openalias.example btc:donate.example.org",
          "bulbil generation:3 parent:000004ACBB9D29BCBA17256BB35928DDBFC8ABA9 genes:0a0b0c0d",
          "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr");

  private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]*");

  @Test
  @Timeout(60)
  void whateverStandsInALineItIsRead() {
    var noise = new Noise();
    for (int i = 0; i < ROUNDS; i++) {
      var line = noise.spoilt(LINES);
      check(line, noise.replay() + ": " + line);
    }
  }

  private static void check(String line, String about) {
    var info = ContactInfo.read(line);
    assertThat(info).as(about).isEqualTo(ContactInfo.read(line));
    assertThat(info.fields().values().stream().mapToInt(String::length).sum())
        .as(about)
        .isLessThanOrEqualTo(ContactInfo.MAX_LENGTH);
    var addresses = Addresses.in(line);
    for (var found : addresses.found()) {
      var text = found.address().text();
      assertThat(BitcoinAddress.read(text).answer()).as(about).contains(found.address());
      assertThat(line.toLowerCase(Locale.ROOT)).as(about).contains(text.toLowerCase(Locale.ROOT));
    }
    for (var chain : Chain.values()) {
      assertThat(addresses.on(chain)).as(about).doesNotHaveDuplicates();
    }
    addresses
        .rejected()
        .forEach(word -> assertThat(word.text()).as(about).matches(PRINTABLE).hasSizeLessThan(100));
  }

  @Test
  void linesThatNeverEndTakeNoLonger() {
    for (var piece :
        List.of(
            "a:b ",
            ":",
            "btc:",
            "1",
            "bc1",
            "a",
            " ",
            "\u0301",
            "[]",
            "a@",
            "x".repeat(31) + ":y ")) {
      var line = piece.repeat(3_000_000 / piece.length());
      assertTimeout(
          Duration.ofSeconds(5),
          () -> {
            ContactInfo.read(line);
            Addresses.in(line);
            Heritage.find(ContactInfo.bounded(line));
          },
          piece);
    }
  }
}
