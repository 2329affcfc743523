package org.bulbil.bitcoin.psbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.selection.Spending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptors give the addresses that the BIPs publish, and say what is wrong with broken ones. */
class DescriptorTest {

  private static final String XPUB44 =
      "xpub6BosfCnifzxcFwrSzQiqu2DBVTshkCXacvNsWGYJVVhhawA7d4R5WSWGFNbi8Aw6ZRc1brxMyWMzG3DSSSSoek"
          + "kudhUd9yLb6qx39T9nMdj";
  private static final String ZPUB84 =
      "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868RvUUkgDKf3"
          + "1mGDtKsAYz2oz2AGutZYs";
  private static final String XPUB86 =
      "xpub6BgBgsespWvERF3LHQu6CnqdvfEvtMcQjYrcRzx53QJjSxarj2afYWcLteoGVky7D3UKDP9QyrLprQ3VCECoY4"
          + "9yfdDEHGCtMMj92pReUsQ";
  private static final String TPUB49 =
      "tpubDD7tXK8KeQ3YY83yWq755fHY2JW8Ha8Q765tknUM5rSvjPcGWfUppDFMpQ1ScziKfW3ZNtZvAD7M3u7bSs7Hof"
          + "jTD3KP3YxPK7X6hwV8Rk2";

  private static String address(String descriptor, Network network, int branch, int index) {
    var place = Descriptor.parse(descriptor, network).at(branch, index);
    return Address.of(place.script(), network).toString();
  }

  /** The test vectors of BIP44, BIP49, BIP84 and BIP86, all of one seed. */
  @Test
  void addressesAreThoseOfTheBips() {
    var main = Network.MAINNET;
    assertThat(address("pkh(" + XPUB44 + "/<0;1>/*)", main, 0, 0))
        .isEqualTo("1LqBGSKuX5yYUonjxT5qGfpUsXKYYWeabA");
    assertThat(address("sh(wpkh(" + TPUB49 + "/<0;1>/*))", Network.TESTNET, 0, 0))
        .isEqualTo("2Mww8dCYPUpKHofjgcXcBCEGmniw9CoaiD2");
    assertThat(address(ZPUB84, main, 0, 1)).isEqualTo("bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g");
    assertThat(address(ZPUB84, main, 1, 0)).isEqualTo("bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el");
    assertThat(address("tr(" + XPUB86 + "/<0;1>/*)", main, 0, 0))
        .isEqualTo("bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr");
    assertThat(address("tr(" + XPUB86 + "/<0;1>/*)", main, 1, 0))
        .isEqualTo("bc1p3qkhfews2uk44qtvauqyr2ttdsw7svhkl9nkm9s9c3x4ax5h60wqwruhk7");
  }

  @Test
  void anOriginNamesTheMasterKeyAndTheWholePath() {
    var wallet =
        Descriptor.parse("wpkh([73c5da0a/84h/0'/0H]" + ZPUB84 + "/<0;1>/*)", Network.MAINNET);
    var key = wallet.at(Descriptor.CHANGE, 7).key();
    assertThat(key.fingerprint()).isEqualTo(0x73c5da0aL);
    assertThat(key.path().toString()).isEqualTo("m/84'/0'/0'/1/7");
    assertThat(wallet.spending()).isEqualTo(Spending.WPKH);
    assertThat(wallet.find(wallet.at(1, 7).script(), 20).map(Place::key)).contains(key);
    assertThat(wallet.find(wallet.at(1, 27).script(), 20)).isEmpty();
  }

  @Test
  void onePathWithoutAPairIsOneBranch() {
    assertThat(Descriptor.parse("wpkh(" + XPUB44 + "/0/*)", Network.MAINNET).branches())
        .isEqualTo(1);
  }

  /** Checksums as published in BIP380's own alphabet, here of the library and of bdk. */
  @Test
  void aChecksumIsChecked() {
    var body = "wpkh(" + XPUB44 + "/<0;1>/*)";
    var right = body + "#" + fr.acinq.bitcoin.Descriptor.checksum(body);
    assertThat(Descriptor.parse(right, Network.MAINNET).branches()).isEqualTo(2);
    var wrong = right.substring(0, right.length() - 1) + (right.endsWith("q") ? "p" : "q");
    assertThatThrownBy(() -> Descriptor.parse(wrong, Network.MAINNET))
        .hasMessageContaining("checksum does not match");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KEY | does not say which kind",
        "wpkh(KEY/<0;1>/*  | bracket",
        "wsh(multi(2,KEY/*,KEY/*)) | only wpkh(KEY)",
        "wpkh(KEY/0/1) | must end in /*",
        "wpkh(KEY/0'/*) | no extended public key with its path",
        "wpkh(KEY/<0;1>/<2;3>/*) | one <0;1> at most",
        "wpkh(02f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9) | extended public",
        "'' | extended public"
      })
  void brokenOnesSayWhy(String text, String why) {
    var whole = text.replace("KEY", XPUB44);
    assertThatThrownBy(() -> Descriptor.parse(whole, Network.MAINNET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aKeyOfAnotherNetworkAndAPrivateKeyAreRefused() {
    assertThatThrownBy(() -> Descriptor.parse(ZPUB84, Network.REGTEST))
        .hasMessageContaining("another network");
    var secret =
        "xprv9xpXFhFpqdQK3TmytPBqXtGSwS3DLjojFhTGht8gwAAii8py5X6pxeBnQ6ehJiyJ6nDjWGJfZ95WxByFXVkDxH"
            + "Xrqu53WCRGypk2ttuqncb";
    assertThatThrownBy(() -> Descriptor.parse("wpkh(" + secret + "/<0;1>/*)", Network.MAINNET))
        .hasMessageContaining("private key")
        .hasMessageNotContaining(secret.substring(20));
  }
}
