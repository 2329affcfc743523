package org.bulbil.tor.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server without a relay has a key as a relay has, made once and for nobody else to read. */
class OnionKeyTest {

  @TempDir private Path folder;

  @Test
  void itIsMadeOnceAndReadAsTorsOwn() throws IOException {
    var keys = folder.resolve("keys");
    var made = OnionKey.findOrMake(keys, new Random(1));
    var again = OnionKey.findOrMake(keys, new Random(2));
    assertThat(again.publicKey()).isEqualTo(made.publicKey());
    assertThat(OnionKey.in(keys))
        .singleElement()
        .satisfies(read -> assertThat(read.publicKey()).isEqualTo(made.publicKey()));
    var file = keys.resolve("secret_onion_key_ntor");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void anothersIsAnother() throws IOException {
    var one = OnionKey.findOrMake(folder.resolve("one"), new Random(1));
    var two = OnionKey.findOrMake(folder.resolve("two"), new Random(2));
    assertThat(one.publicKey()).isNotEqualTo(two.publicKey());
  }
}
