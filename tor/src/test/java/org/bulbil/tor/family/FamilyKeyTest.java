package org.bulbil.tor.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A family key has the form that tor reads, and the id that its seed determines. */
class FamilyKeyTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void theIdIsThePublicKeyThatTheJdkFinds(long seed) throws GeneralSecurityException {
    var bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    assertThat(FamilyKey.ofSeed(bytes).id())
        .isEqualTo(Base64.getEncoder().withoutPadding().encodeToString(jdkPublicKey(bytes)));
  }

  @Test
  void itIsReadBackWithTheSameId() throws IOException {
    var key = FamilyKey.fresh(new Random(7));
    var keys = folder.resolve("keys");
    key.write(keys, "clan1");
    key.write(keys, "clan1");
    assertThat(FamilyKey.read(keys, "clan1").id()).isEqualTo(key.id()).hasSize(43);
    assertThat(keys).isDirectoryContaining("glob:**clan1.secret_family_key");
    assertThat(mode(keys)).isEqualTo("rwx------");
    assertThat(mode(keys.resolve("clan1.secret_family_key"))).isEqualTo("rw-------");
  }

  @Test
  void theFileHasTorsTagAndAClampedScalar() {
    var file = FamilyKey.fresh(new Random(1)).bytes();
    assertThat(file).hasSize(96);
    assertThat(new String(file, 0, 31, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("== ed25519v1-secret: fmly-id ==");
    assertThat(file[31]).isZero();
    assertThat(file[32] & 7).isZero();
    assertThat(file[63] & 0xc0).isEqualTo(0x40);
  }

  @Test
  void otherFilesAreRefusedWithoutShowingThem() {
    var wrong = FamilyKey.fresh(new Random(1)).bytes();
    wrong[3] = 'x';
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FamilyKey.parse(wrong))
        .withMessageContaining("fmly-id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FamilyKey.parse(Arrays.copyOf(wrong, 95)));
  }

  @Test
  void itsWordsDoNotShowTheSecret() {
    var key = FamilyKey.fresh(new Random(1));
    assertThat(key).hasToString("family " + key.id());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static byte[] jdkPublicKey(byte[] seed) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
    var key = (EdECPublicKey) generator.generateKeyPair().getPublic();
    var encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /** Gives a generator the seed that we want. */
  private static final class Replay extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Replay(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
