package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bulbil.core.contact.Addresses.Found;
import org.bulbil.core.contact.Addresses.Place;
import org.bulbil.core.contact.Addresses.Rejected;
import org.bulbil.core.contact.BitcoinAddress.Chain;
import org.bulbil.core.contact.BitcoinAddress.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is found wherever it stands, and nothing that is none is taken for one. */
class AddressesTest {

  private static final String SEGWIT = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final String OLD = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2";
  private static final String TAPROOT =
      "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr";

  private static List<String> in(String line) {
    return Addresses.in(line).found().stream().map(Found::address).map(Object::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq, P2WPKH, MAINNET",
    "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ, P2WPKH, MAINNET",
    "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3, P2WSH, MAINNET",
    "bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr, P2TR, MAINNET",
    "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, P2PKH, MAINNET",
    "1111111111111111111114oLvT2, P2PKH, MAINNET",
    "3JVUpva3XdTzNyTVHVXA7g1hVYVLQxHPNq, P2SH, MAINNET",
    "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx, P2WPKH, TESTNET",
    "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn, P2PKH, TESTNET",
    "2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc, P2SH, TESTNET",
    "bcrt1q9vza2e8x573nczrlzms0wvx3gsqjx7vay85cr9, P2WPKH, REGTEST",
  })
  void everyKindIsTold(String text, Kind kind, Chain chain) {
    var found = BitcoinAddress.read(text).answer().orElseThrow();
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.chain()).isEqualTo(chain);
    assertThat(in("gifts: <" + text + ">.")).containsExactly(found.text());
  }

  /** BIP173 and BIP350 list what must not be taken; the last ones have other reasons. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2",
        "bc1rw5uspcuh",
        "bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sL5k7",
        "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du",
        "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv",
        "bc1gmk9yu",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqfpx7pc",
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
        "bc1pw5dgrnzv",
        "bc1pfeessrawgf", // a standard script that anybody may spend
        "bc1sw50qgdz25j", // a witness version that has no rules yet
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN",
        "11BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9", // litecoin
        "t1JShsaJADLKHkcK8Yv9tTE1zPUiQJ4DoQr", // zcash
        "L3VFeEujGtevx9w18HD1fhRbCH67Az2dpCymeRE1SoPK6XQtaN2k", // a private key
        "EF6E286DDA85EA2A4BA7DE684E2C6E8793298290",
      })
  void isNone(String text) {
    assertThat(BitcoinAddress.read(text).answer()).isEmpty();
    assertThat(in("btc:" + text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email:a[]b.org btc:%s ciissversion:2|FIELD",
        "BTC:%s|FIELD",
        "bitcoin:%s?amount=0.01&label=Relay|URI",
        "btc:bitcoin:%s|URI",
        "BITCOIN:%s|URI",
        "<bitcoin://%s>|URI",
        "%s|TEXT",
        "Somebody <a@b.org> - %s|TEXT",
        "BTC: %s|TEXT",
        "<btc:%s>|TEXT",
        "Donate here:%s|TEXT",
        "https://mempool.space/address/%s|TEXT",
        "xmr:4AyALFfn3DQ6VSNaTzZMCgAicZyFCNh2a7mU6mePcgSeRCXeyoA91isVfmJA3yg2pdKa9y6HzTr,%s|TEXT",
        "(%s)|TEXT",
        "ltc:ltc1qxyz, btc %s|TEXT",
      })
  void isFoundAndItsPlaceIsTold(String line, Place place) {
    for (var address : List.of(SEGWIT, OLD, TAPROOT)) {
      assertThat(Addresses.in(line.formatted(address)).found())
          .as(line)
          .containsExactly(new Found(BitcoinAddress.read(address).answer().orElseThrow(), place));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x%s",
        "%sx",
        "%s1",
        "ä%s",
        "%s\u200bq",
        "bch:%s",
        "LTC - %s",
        "litecoin://%s",
        "bitcoincash:%s"
      })
  void isNotCutOutOfSomethingElseNorTakenFromOtherCoins(String line) {
    assertThat(in(line.formatted(OLD))).as(line).isEmpty();
  }

  @Test
  void eachIsNamedOnceInTheLinesOrder() {
    assertThat(
            in(
                OLD
                    + " btc:"
                    + SEGWIT
                    + " "
                    + OLD
                    + " "
                    + SEGWIT.toUpperCase(java.util.Locale.ROOT)))
        .containsExactly(OLD, SEGWIT);
  }

  @Test
  void theNetworkMustMatch() {
    var line =
        "btc:"
            + SEGWIT
            + " mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn bcrt1q9vza2e8x573nczrlzms0wvx3gsqjx7vay85cr9";
    var all = Addresses.in(line);
    assertThat(all.on(Chain.MAINNET)).extracting(BitcoinAddress::text).containsExactly(SEGWIT);
    assertThat(all.on(Chain.TESTNET)).hasSize(1);
    assertThat(all.on(Chain.REGTEST)).hasSize(2);
  }

  @Test
  void aTypingErrorIsNamedAndNotPaid() {
    var all =
        Addresses.in("btc:" + SEGWIT.replace("ar0", "ar2") + " 1Nvp7LbJ8JsNRu4qPedZbimWR6q2MFAUwf");
    assertThat(all.found()).isEmpty();
    assertThat(all.rejected())
        .extracting(Rejected::text)
        .containsExactly(SEGWIT.replace("ar0", "ar2"), "1Nvp7LbJ8JsNRu4qPedZbimWR6q2MFAUwf");
    assertThat(all.rejected()).extracting(Rejected::why).allMatch(why -> why.contains("checksum"));
  }

  @ParameterizedTest
  @CsvSource({
    "btc:donate.example.org, donate.example.org",
    "btc:donate@example.org x:y, donate@example.org",
    "btc:https://x.net/donate,",
    "btc:" + SEGWIT + ",",
    "donate.example.org,",
  })
  void anOpenAliasIsNamedOnly(String line, String alias) {
    assertThat(Addresses.in(line).aliases()).isEqualTo(alias == null ? List.of() : List.of(alias));
  }

  /** One changed character is always noticed, by the checksums' own promise. */
  @ParameterizedTest
  @CsvSource({
    SEGWIT + ", 4, qpzry9x8gf2tvdw0s3jn54khce6mua7l",
    TAPROOT + ", 4, qpzry9x8gf2tvdw0s3jn54khce6mua7l",
    OLD + ", 1, 23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghij",
  })
  void noSingleErrorPasses(String address, int first, String digits) {
    for (int i = first; i < address.length(); i++) {
      var head = address.substring(0, i);
      var tail = address.substring(i + 1);
      digits
          .chars()
          .mapToObj(digit -> head + (char) digit + tail)
          .filter(wrong -> !wrong.equals(address))
          .forEach(wrong -> assertThat(in(wrong)).isEmpty());
    }
  }

  @Test
  void noLineMakesItFailAndWhatIsFoundIsRight() {
    var random = new Random(Long.getLong("seed", 7));
    var pieces =
        List.of(
            SEGWIT,
            OLD,
            TAPROOT,
            "btc:",
            "bitcoin:",
            " ",
            "\n",
            "\0",
            "bc1",
            "1",
            "3",
            "\ud83d",
            "é",
            "?amount=1",
            "ltc:",
            "[]",
            "-",
            SEGWIT.substring(3),
            OLD.substring(5));
    for (int i = 0; i < 5_000; i++) {
      var line = new StringBuilder();
      Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
          .limit(random.nextInt(12))
          .forEach(line::append);
      for (var found : in(line.toString())) {
        assertThat(List.of(SEGWIT, OLD, TAPROOT)).as("seed 7: %s", line).contains(found);
      }
    }
    assertThat(in("1".repeat(5_000_000))).isEmpty();
    assertThat(in("bc1q".repeat(1_000_000))).isEmpty();
  }
}
