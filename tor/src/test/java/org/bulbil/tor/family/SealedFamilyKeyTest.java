package org.bulbil.tor.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed family key is read by the relay that it is for, whole, and by nobody else. */
class SealedFamilyKeyTest {

  private static final Fingerprint RELAY = new Fingerprint("A".repeat(40));

  private final Random random = new Random(20261122);
  private final FamilyKey key = FamilyKey.fresh(random);
  private final OnionKey onion = fresh();

  private OnionKey fresh() {
    var secret = new byte[32];
    random.nextBytes(secret);
    return OnionKey.ofSecret(secret);
  }

  private SealedFamilyKey sealed() {
    return SealedFamilyKey.seal(key, RELAY, base64(onion.publicKey()), random)
        .answer()
        .orElseThrow();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void itsRelayReadsItAgain() {
    var read = new SealedFamilyKey(sealed().text()).open(RELAY, List.of(onion));
    assertThat(read.answer().orElseThrow().bytes()).isEqualTo(key.bytes());
  }

  @Test
  void afterTheOnionKeyHasChangedTheOldOneStillOpensIt() {
    assertThat(sealed().open(RELAY, List.of(fresh(), onion)).answer()).isPresent();
  }

  @Test
  void anotherRelayCannotReadIt() {
    assertThat(sealed().open(RELAY, List.of(fresh()))).isInstanceOf(Outcome.Refused.class);
    assertThat(sealed().open(new Fingerprint("B".repeat(40)), List.of(onion)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(sealed().open(RELAY, List.of())).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void noByteOfItCanBeChanged() {
    var bytes = Base64.getDecoder().decode(sealed().text());
    for (int i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(new SealedFamilyKey(base64(changed)).open(RELAY, List.of(onion)))
          .as("byte %d", i)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void itShowsNothingOfTheKeyAndIsNeverTheSameTwice() {
    assertThat(sealed().text()).isNotEqualTo(sealed().text());
    var bytes = HexFormat.of().formatHex(Base64.getDecoder().decode(sealed().text()));
    assertThat(bytes).doesNotContain(HexFormat.of().formatHex(key.bytes(), 32, 40));
  }

  @Test
  void nothingIsSealedToWhatIsNoKey() {
    for (var wrong : new String[] {"", "AAAA", "?", base64(new byte[32]), base64(new byte[33])}) {
      assertThat(SealedFamilyKey.seal(key, RELAY, wrong, random))
          .as(wrong)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void aTextOfAnotherFormIsRefused() {
    for (var wrong : new String[] {"", "?".repeat(SealedFamilyKey.TEXT_LENGTH), "A".repeat(191)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SealedFamilyKey(wrong));
    }
  }

  /** RFC 7748 §6.1, the first party. */
  @Test
  void thePublicKeyIsTheStandardsOne() {
    var secret = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    assertThat(HexFormat.of().formatHex(publicKey(secret)))
        .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
  }

  private static byte[] publicKey(String secret) {
    return OnionKey.ofSecret(HexFormat.of().parseHex(secret)).publicKey();
  }

  @Test
  void aFileOfTorsIsReadAndAnythingElseRefused(@TempDir Path keys) throws Exception {
    var file = file(onion);
    Files.write(keys.resolve("secret_onion_key_ntor.old"), file);
    assertThat(OnionKey.in(keys))
        .singleElement()
        .satisfies(read -> assertThat(read.publicKey()).isEqualTo(onion.publicKey()));
    file[95] ^= 1;
    assertThatIllegalArgumentException().isThrownBy(() -> OnionKey.parse(file));
    assertThatIllegalArgumentException().isThrownBy(() -> OnionKey.parse(new byte[96]));
    assertThatIllegalArgumentException().isThrownBy(() -> OnionKey.parse(new byte[0]));
  }

  private static byte[] file(OnionKey key) {
    var file =
        Arrays.copyOf(
            "== c25519v1: onion ==".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 96);
    System.arraycopy(key.secret(), 0, file, 32, 32);
    System.arraycopy(key.publicKey(), 0, file, 64, 32);
    return file;
  }
}
