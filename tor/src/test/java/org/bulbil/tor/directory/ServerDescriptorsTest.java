package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.testing.PaperFamily;
import org.bulbil.tor.testing.PaperRelay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A descriptor counts only as its relay wrote it, and a bad one costs only itself. */
class ServerDescriptorsTest {

  private static String good;
  private static PaperRelay relay;

  @BeforeAll
  static void sign() throws GeneralSecurityException {
    relay = new PaperRelay();
    good =
        relay.descriptor(
            "bulbil1", "email:a[]b.test btc:bcrt1qxyz ciissversion:2", new PaperFamily());
  }

  @Test
  void everyFieldThatWeUseIsRead() throws GeneralSecurityException {
    var read = ServerDescriptors.parse(good).descriptors().getFirst();
    assertThat(read.nickname()).hasToString("bulbil1");
    assertThat(read.fingerprint()).isEqualTo(relay.fingerprint());
    assertThat(read.contact()).isEqualTo("email:a[]b.test btc:bcrt1qxyz ciissversion:2");
    assertThat(read.familyCertificates()).isEqualTo(1);
    assertThat(read.bandwidth().advertised().bytesPerSecond()).isEqualTo(512_000);
    assertThat(read.version()).hasToString("Optional[0.4.9.11]");
  }

  @Test
  void aGoodSignatureIsRecognized() {
    assertThat(check(good)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aChangedContactIsAForgery() {
    assertThat(check(good.replace("bcrt1qxyz", "bcrt1qabc")).summary())
        .contains("bulbil1", "signature is not by its key");
  }

  @Test
  void anotherRelaysKeyIsAForgery() throws GeneralSecurityException {
    var thief = new PaperRelay();
    var stolen =
        thief
            .descriptor("bulbil1", "mine now")
            .replace(thief.fingerprint().value(), relay.fingerprint().value());
    assertThat(check(stolen).summary()).contains("another fingerprint");
  }

  @Test
  void aContactInUtf8IsRead() throws GeneralSecurityException {
    var utf8 = new String("Jürgen".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    var read = ServerDescriptors.parse(relay.descriptor("a", utf8)).descriptors().getFirst();
    assertThat(read.contact()).isEqualTo("Jürgen");
    assertThat(DescriptorSignature.check(read)).isInstanceOf(Outcome.Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bandwidth 1000000 2000000 512000",
        "published 2026-11-22 18:00:00",
        "router-signature\n"
      })
  void aDescriptorWithoutWhatItNeedsIsNamedAndSkipped(String missing) throws Exception {
    var other = relay.descriptor("bulbil2", "fine");
    var read = ServerDescriptors.parse(good.replace(missing, "nothing of this\n") + other);
    assertThat(read.descriptors()).extracting(d -> d.nickname().value()).containsExactly("bulbil2");
    assertThat(read.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.entry()).startsWith("router bulbil1 127.77.0.4"))
        .satisfies(skipped -> assertThat(skipped.why()).isNotBlank());
  }

  /** Whatever is cut off or changed, reading ends normally and nothing passes for genuine. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void garbledDescriptorsNeverPass(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var garbled = random.nextBoolean() ? cut(random) : changed(random);
      assertThat(ServerDescriptors.parse(garbled).descriptors())
          .as("seed %d, round %d", seed, round)
          .allSatisfy(
              descriptor ->
                  assertThat(
                          descriptor.raw().startsWith(signedPart())
                              || !(DescriptorSignature.check(descriptor) instanceof Outcome.Done))
                      .isTrue());
    }
  }

  private static String signedPart() {
    return good.substring(0, good.indexOf("-----BEGIN SIGNATURE"));
  }

  private static String cut(Random random) {
    return good.substring(0, random.nextInt(good.length() - 1));
  }

  /** Changes a signed letter: base64 of the signature itself has spare bits at its end. */
  private static String changed(Random random) {
    var letters = good.toCharArray();
    int at = random.nextInt(good.indexOf("\nrouter-signature\n"));
    letters[at] = (char) (letters[at] ^ (1 + random.nextInt(255)));
    return new String(letters);
  }

  private static Outcome<ServerDescriptor> check(String text) {
    return DescriptorSignature.check(ServerDescriptors.parse(text).descriptors().getFirst());
  }
}
