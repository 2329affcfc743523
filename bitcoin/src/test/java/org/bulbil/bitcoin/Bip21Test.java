package org.bulbil.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payment link means one amount to the satoshi, or is refused. */
class Bip21Test {

  private static final String ADDRESS = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

  @ParameterizedTest
  @CsvSource({
    "0.00123456, 123456",
    "0.00000001, 1",
    "1, 100000000",
    "20.3, 2030000000",
    "0.10000000, 10000000",
    "21000000, 2100000000000000"
  })
  void anAmountIsExact(String bitcoins, long sats) {
    assertThat(parse("bitcoin:" + ADDRESS + "?amount=" + bitcoins).amount())
        .contains(Sats.of(sats));
  }

  @Test
  void upperCaseLinksFromQrCodesAreRead() {
    var link = parse("BITCOIN:BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4?AMOUNT=0.5&LABEL=Rent");
    assertThat(link.address()).hasToString(ADDRESS);
    assertThat(link.amount()).contains(Sats.of(50_000_000));
    assertThat(link.label()).contains("Rent");
  }

  @Test
  void wordsAreDecodedAndUnknownOnesIgnored() {
    var link = parse("bitcoin:" + ADDRESS + "?message=two%20days+one&somethingyoudontknow=1");
    assertThat(link.message()).contains("two days+one");
    assertThat(link.amount()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?amount=1e-3, eight decimals",
    "?amount=0.123456789, eight decimals",
    "?amount=-1, eight decimals",
    "?amount=, eight decimals",
    "?amount=1.000.000, eight decimals",
    "?amount=0x10, eight decimals",
    "?amount=22000000, not an amount",
    "?amount=1&amount=2, twice",
    "?amount=1&AMOUNT=1, twice",
    "?req-somethingyoudontknow=50, requires",
    "?label=%zz, escape",
    "x, checksum"
  })
  void whatIsNotUnderstoodIsRefused(String rest, String rule) {
    assertThatThrownBy(() -> parse("bitcoin:" + ADDRESS + rest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void anotherSchemeIsRefused() {
    assertThatThrownBy(() -> parse("litecoin:" + ADDRESS)).hasMessageContaining("bitcoin:");
  }

  @Test
  void aLinkPrintsAsItIsRead() {
    var text = "bitcoin:" + ADDRESS + "?amount=0.00000420";
    assertThat(parse(text)).hasToString(text);
  }

  private static Bip21 parse(String uri) {
    return Bip21.parse(uri, Network.MAINNET);
  }
}
