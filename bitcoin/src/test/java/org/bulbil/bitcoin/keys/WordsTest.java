package org.bulbil.bitcoin.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bulbil.bitcoin.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words, seeds and addresses are those of BIP39 and BIP84, and the words stay secret. */
class WordsTest {

  private static final String ABANDON =
      "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon"
          + " about";

  /** From the reference vectors of BIP39. */
  @ParameterizedTest
  @CsvSource({
    "0, " + ABANDON + ", c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e5349553",
    "127, legal winner thank year wave sausage worth useful legal winner thank yellow, 2e8905819b8723fe2c1d161860e5ee1830318dbf49a83bd451cfb8440c28bd6f",
    "128, letter advice cage absurd amount doctor acoustic avoid letter advice cage above, d71de856f81a8acc65e6fc851a38d4d7ec216fd0796d0a6827a3ad6ed5511a30",
    "255, zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong, ac27495480225222079d7be181583751e86f571027b0497b5b5d11218e0a8a13"
  })
  void entropyGivesTheWordsAndTheSeedOfBip39(int fill, String words, String seedStart) {
    var drawn = Words.draw(new AlwaysThe((byte) fill));
    assertThat(drawn.reveal()).isEqualTo(words);
    assertThat(HexFormat.of().formatHex(drawn.seed("TREZOR"))).startsWith(seedStart);
  }

  /** From BIP84. */
  @Test
  void theTwoAddressesAreThoseOfBip84() {
    var account = Account.of(Words.parse(ABANDON), Network.MAINNET);
    assertThat(account.address(Branch.RECEIVE))
        .hasToString("bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu");
    assertThat(account.address(Branch.CHANGE))
        .hasToString("bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el");
    assertThat(account.fingerprint()).isEqualTo("73c5da0a");
  }

  @Test
  void wordsNeverPrint() {
    var words = Words.parse(ABANDON);
    assertThat(words.toString() + Account.of(words, Network.REGTEST)).doesNotContain("abandon");
    assertThatThrownBy(() -> Words.parse(ABANDON.replace("about", "abandon")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining("abandon");
  }

  @Test
  void everyDrawIsAnother() {
    var dice = new Random(1);
    assertThat(Words.draw(dice).reveal()).isNotEqualTo(Words.draw(dice).reveal());
  }

  /** A generator that repeats one byte. */
  private static final class AlwaysThe extends Random {
    private final byte value;

    AlwaysThe(byte value) {
      this.value = value;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, value);
    }
  }
}
