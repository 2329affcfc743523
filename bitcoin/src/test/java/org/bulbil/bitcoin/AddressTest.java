package org.bulbil.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.bulbil.core.money.Sats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only an address that money can be sent to passes, and a refusal says which rule it broke. */
class AddressTest {

  /** From BIP173, BIP350 and BIP13. */
  @ParameterizedTest
  @CsvSource({
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, MAINNET, P2WPKH, 0014751e76e8199196d454941c45d1b3a323f1433bd6",
    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7, SIGNET, P2WSH, 00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0, MAINNET, P2TR, 512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, MAINNET, P2PKH, 76a91477bff20c60e522dfaa3350c39b030a5d004e839a88ac",
    "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy, MAINNET, P2SH, a914b472a266d0bd89c13706a4132ccfb16f7c3b9fcb87"
  })
  void standardTypesPass(String text, Network network, ScriptType type, String script) {
    var address = Address.parse(text, network);
    assertThat(address.type()).isEqualTo(type);
    assertThat(address.lockingScript().hex()).isEqualTo(script);
    assertThat(Address.of(address.lockingScript(), network)).isEqualTo(address);
  }

  /** Bitcoin Core's limits at 3 sat/vB: what an output of each type costs, and its input. */
  @ParameterizedTest
  @CsvSource({"P2PKH, 546", "P2SH, 540", "P2WPKH, 294", "P2WSH, 330", "P2TR, 330"})
  void lessThanTheDustLimitOfItsTypeIsNoPayment(ScriptType type, long limit) {
    assertThat(type.dustLimit()).isEqualTo(Sats.of(limit));
    int input = type.name().startsWith("P2W") || type == ScriptType.P2TR ? 67 : 148;
    assertThat(3L * (type.outputVbytes() + input)).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, REGTEST, another network",
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, TESTNET, another network",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, MAINNET, checksum",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd, MAINNET, checksum",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8F3T4, MAINNET, all lower case or all upper case",
    "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs, MAINNET, no standard type",
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3, MAINNET, checksum",
    "'', MAINNET, characters",
    "hello, MAINNET, checksum"
  })
  void aRefusalNamesTheInputAndTheRule(String text, Network network, String rule) {
    assertThatThrownBy(() -> Address.parse(text, network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining(rule);
  }

  @Test
  void twoSpellingsOfOneAddressAreEqual() {
    var lower = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
    assertThat(Address.parse(lower.toUpperCase(Locale.ROOT), Network.MAINNET))
        .isEqualTo(Address.parse(lower, Network.MAINNET))
        .hasToString(lower);
  }
}
