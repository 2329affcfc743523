package org.bulbil.bitcoin.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.keys.Account;
import org.bulbil.bitcoin.keys.Words;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors that BIP322 publishes (basic-test-vectors.json), and that ours can be checked. */
class MessageSignatureTest {

  private static final String SIGNER = "bc1q9vza2e8x573nczrlzms0wvx3gsqjx7vavgkx0l";
  private static final String TAPROOT =
      "bc1pss0zhytly75awhm6x2hhvd5lnzv3vssgrf9axfheq8ldyzn88ges79fler";
  private static final String OF_NOTHING =
      "AkcwRAIgM2gBAQqvZX15ZiysmKmQpDrG83avLIT492QBzLnQIxYCIBaTpOaD20qRlEylyxFSeEA2ba9YOixpX8z4"
          + "6TSDtS40ASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=";
  private static final String OF_NOTHING_TOO =
      "AkgwRQIhAPkJ1Q4oYS0htvyuSFHLxRQpFAY56b70UvE7Dxazen0ZAiAtZfFz1S6T6I23MWI2lK/pcNTWncuyL8UL"
          + "+oMdydVgzAEhAsfxIAMZZEKUPYWI4BruhAQjzFT8FSFSajuFwrDL1Yhy";
  private static final String OF_HELLO =
      "AkcwRAIgZRfIY3p7/DoVTty6YZbWS71bc5Vct9p9Fia83eRmw2QCICK/ENGfwLtptFluMGs2KsqoNSk89pO7F29z"
          + "JLUx9a/sASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=";
  private static final String BY_TAPROOT =
      "AUCJYOwOjxYAvatTAGYaVlNXBVyFuc4MwNQkOuK2tl8xhfKDONd0NjfYyNSYcRqeCp8hsAnCEPHAVEkO9h6vbQ/R";

  private final MessageSigner ours = signer(322);

  private static MessageSigner signer(int seed) {
    return MessageSigner.of(Account.of(Words.draw(new Random(seed)), Network.MAINNET));
  }

  private static Outcome<MessageSignature> check(String signature, String signer, String message) {
    return new MessageSignature(signature).check(Address.parse(signer, Network.MAINNET), message);
  }

  private static boolean isGood(String signature, String signer, String message) {
    return check(signature, signer, message) instanceof Outcome.Done;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|c90c269c4f8fcbe6880f72a721ddfbf1914268a794cbb21cfafee13770ae19f1"
            + "|c5680aa69bb8d860bf82d4e9cd3504b55dde018de765a91bb566283c545a99a7"
            + "|1e9654e951a5ba44c8604c4de6c67fd78a27e81dcadcfe1edf638ba3aaebaed6",
        "Hello World|f0eb03b1a75ac6d9847f55c624a99169b5dccba2a31f5b23bea77ba270de0a7a"
            + "|b79d196740ad5217771c1098fc4a4b51e0535c32236c71f1ea4d61a2d603352b"
            + "|88737ae86f2077145f93cc4b153ae9a1cb8d56afa511988c149c5c8c9d93bddf",
        "UTF-8 support: öäüéàè 测试文本 😄"
            + "|43936b237ea38c7794eb5d755e0d220b6db92ebfc5c8f482759d22b1286376d7"
            + "|c8f4f525fe8afb1bc09b44175bd2096f079c98425e8a1be676b712add1fb62f0"
            + "|8f488e06b89eafd019ec528109eafaf7f1d1811fd617aa1eeb9658f1c1be6586",
      })
  void theTwoTransactionsAreThoseOfTheStandard(
      String message, String hash, String toSpend, String toSign) {
    var script = Address.parse(SIGNER, Network.MAINNET).lockingScript();
    var challenge = Challenge.of(script, message);
    assertThat(Challenge.hash(message).toHex()).isEqualTo(hash);
    assertThat(challenge.toSpend().txid.toString()).isEqualTo(toSpend);
    assertThat(challenge.toSign().txid.toString()).isEqualTo(toSign);
  }

  @Test
  void publishedSignaturesAreGood() {
    assertThat(isGood("smp" + OF_NOTHING, SIGNER, "")).isTrue();
    assertThat(isGood("smp" + OF_NOTHING_TOO, SIGNER, "")).isTrue();
    assertThat(isGood("smp" + OF_HELLO, SIGNER, "Hello World")).isTrue();
    assertThat(isGood(OF_HELLO, SIGNER, "Hello World")).isTrue();
    assertThat(isGood(BY_TAPROOT, TAPROOT, "No prefix fallback")).isTrue();
  }

  @Test
  void publishedErrorsAreRefused() {
    for (var broken : List.of("not-valid-base64!!!", "", "smpAA==", "fooAA==", "ful" + OF_HELLO)) {
      assertThat(check(broken, SIGNER, "")).as(broken).isInstanceOf(Outcome.Refused.class);
    }
    var wrong = check("smp" + OF_NOTHING, SIGNER, "Wrong message that was not signed");
    assertThat(wrong).isInstanceOf(Outcome.Refused.class);
    assertThat(isGood(BY_TAPROOT, TAPROOT, "another")).isFalse();
    assertThat(isGood("smp" + OF_NOTHING, TAPROOT, "")).isFalse();
  }

  @Test
  void whatIsNotCheckedIsUnknown() {
    var script = "bc1qp0ahvfh83088w49k405szqgg4f3pptr7p2g06tdxfjcd40z4lh4q95lsz9";
    var old = "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2";
    for (var address : List.of(script, old)) {
      assertThat(check("smp" + OF_NOTHING, address, "")).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hello World", "öäü 😄", "Gifts to bc1q are for the Tor relay 0123"})
  void oursAreGoodAndNobodyElses(String message) {
    var signature = ours.sign(message);
    assertThat(signature.value()).startsWith("smp").hasSizeBetween(145, 151);
    assertThat(signature.check(ours.address(), message)).isInstanceOf(Outcome.Done.class);
    assertThat(signature.check(ours.address(), message + " ")).isInstanceOf(Outcome.Refused.class);
    assertThat(signature.check(signer(323).address(), message)).isInstanceOf(Outcome.Refused.class);
    assertThat(ours.sign(message)).isEqualTo(signature);
  }

  /** Nothing that differs in one bit is good, and nothing makes the check fail. */
  @Test
  void noChangedSignatureIsGood() {
    var random = new Random(Long.getLong("seed", 5));
    var good = ours.sign("x").value();
    for (int i = 0; i < 300; i++) {
      var changed = new StringBuilder(good);
      changed.setCharAt(
          3 + random.nextInt(good.length() - 3),
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij0123456789+/=\n".charAt(random.nextInt(50)));
      var isSame = sameBytes(good, changed.toString());
      assertThat(new MessageSignature(changed.toString()).check(ours.address(), "x"))
          .as("seed 5: %s", changed)
          .isInstanceOf(isSame ? Outcome.Done.class : Outcome.Refused.class);
    }
    var huge = new MessageSignature("A".repeat(5_000_000));
    assertThat(huge.check(ours.address(), "x")).isInstanceOf(Outcome.Refused.class);
  }

  /** The last character of base64 has bits that mean nothing. */
  private static boolean sameBytes(String one, String other) {
    try {
      var decoder = java.util.Base64.getDecoder();
      return java.util.Arrays.equals(
          decoder.decode(one.substring(3)), decoder.decode(other.substring(3)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
