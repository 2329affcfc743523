package org.bulbil.tor.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.process.Program;
import org.bulbil.tor.process.TorBinary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that tor has made is the key that we read, write and name. */
class FamilyKeygenIT {

  private final TorBinary tor = installed();

  @TempDir private Path folder;

  private static TorBinary installed() {
    var found = TorBinary.find(System.getenv("PATH"));
    return found.answer().orElseGet(() -> abort(found.summary()));
  }

  /** Tor's own files against what we make of them. */
  @Test
  void torsKeyHasTheIdThatWeComputeAndTheBytesThatWeWrite() throws IOException {
    var keygen =
        List.of(
            tor.path().toString(),
            "--ignore-missing-torrc",
            "-f",
            "none",
            "--keygen-family",
            "clan");
    assertThat(new Program(keygen, Duration.ofMinutes(1)).run(folder, "").answer()).isPresent();
    var ours = FamilyKey.read(folder, "clan");
    assertThat(ours.id())
        .isEqualTo(Files.readString(folder.resolve("clan.public_family_id")).strip());
    ours.write(folder, "again");
    assertThat(folder.resolve("again.secret_family_key"))
        .hasSameBinaryContentAs(folder.resolve("clan.secret_family_key"));
  }

  @Test
  void aKeyIsMadeOnceAndFoundAfterwards() throws IOException {
    var keygen = new FamilyKeygen(tor);
    var made = keygen.findOrMake(folder.resolve("launch"), "family").answer().orElseThrow();
    var found = keygen.findOrMake(folder.resolve("launch"), "family").answer().orElseThrow();
    assertThat(found.id()).isEqualTo(made.id());
    var file = folder.resolve("launch").resolve("family.secret_family_key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(keygen.make().answer().orElseThrow().id()).isNotEqualTo(made.id());
  }

  @Test
  void aProgramThatMakesNoKeyIsToldInItsOwnWords() throws IOException {
    var mute = new FamilyKeygen(new TorBinary(Path.of("/bin/false"), tor.version()));
    assertThat(mute.findOrMake(folder, "family")).isInstanceOf(Outcome.Refused.class);
    assertThat(folder).isEmptyDirectory();
  }
}
