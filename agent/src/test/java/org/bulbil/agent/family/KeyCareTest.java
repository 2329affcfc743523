package org.bulbil.agent.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.settings.TestingSettings;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.tor.family.FamilyKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tor does not say of its family key the agent notices, mends, or says. */
class KeyCareTest {

  private static final URI NURSE = URI.create("http://127.0.0.1:1");

  private final TestingTime time = new TestingTime();
  private final SimulatedDisk disk = new SimulatedDisk();
  private Journal journal = Journal.open(disk.file("journal.db"), time);

  @TempDir private Path keys;

  @AfterEach
  void close() {
    journal.close();
  }

  private Membership membership(TestingSettings told) {
    return Membership.in(keys, told.settings(), journal, time, new Random(3));
  }

  private Path file() {
    return keys.resolve("bulbil.secret_family_key");
  }

  private long troubles() {
    return journal.newest(50).stream().filter(it -> it.kind() == Entry.Kind.TROUBLE).count();
  }

  @Test
  void aKeyThatWentIsWrittenAnew() throws IOException {
    var founder = membership(new TestingSettings());
    var before = Files.readAllBytes(file());
    founder.check();
    assertThat(troubles()).isZero();
    Files.delete(file());
    founder.check();
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    Files.write(file(), new byte[96]);
    founder.check();
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    founder.check();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(troubles()).isEqualTo(3);
    assertThat(founder.trouble()).isEmpty();
  }

  @Test
  void anotherKeyInTorsFolderIsToldOf() throws IOException {
    var founder = membership(new TestingSettings());
    FamilyKey.fresh(new Random(9)).write(keys, "stray");
    founder.check();
    assertThat(founder.trouble()).contains("stray.secret_family_key");
    Files.delete(keys.resolve("stray.secret_family_key"));
    founder.check();
    assertThat(founder.trouble()).isEmpty();
  }

  /** A second family would be a wrong one, and nobody would notice. */
  @Test
  void aFounderThatLostItsKeyBeginsNoOtherFamily() throws IOException {
    var family = membership(new TestingSettings()).family();
    Files.delete(file());
    var again = membership(new TestingSettings());
    assertThat(again.declared()).isEmpty();
    assertThat(again.family()).isEqualTo(family);
    again.check();
    assertThat(again.trouble()).contains("lost");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aDamagedKeyIsSetAsideAndAskedForAgain() throws IOException {
    var key = FamilyKey.fresh(new Random(5));
    Files.write(file(), new byte[7]);
    var child = membership(new TestingSettings().nurse(NURSE, key.id()));
    assertThat(child.declared()).isEmpty();
    assertThat(file()).doesNotExist();
    assertThat(child.family().value()).isEqualTo(key.id());
    assertThat(troubles()).isEqualTo(1);
  }

  @Test
  void theKeyOfAnotherFamilyIsSetAside() throws IOException {
    FamilyKey.fresh(new Random(6)).write(keys, "bulbil");
    var key = FamilyKey.fresh(new Random(5));
    var child = membership(new TestingSettings().nurse(NURSE, key.id()));
    assertThat(child.declared()).isEmpty();
    assertThat(file()).doesNotExist();
  }
}
