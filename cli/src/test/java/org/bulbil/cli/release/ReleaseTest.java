package org.bulbil.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A release is what was signed, or it is refused. */
class ReleaseTest {

  @TempDir Path folder;
  private Path files;
  private Path key;

  @BeforeEach
  void sign() throws Exception {
    files = Files.createDirectory(folder.resolve("files"));
    key = folder.resolve("key");
    Files.writeString(files.resolve("bulbil-agent-1.tar.gz"), "program");
    Files.writeString(files.resolve("bulbil-agent_1.deb"), "package");
    Files.createSymbolicLink(files.resolve("link"), Path.of("bulbil-agent-1.tar.gz"));
    assertThat(run("key", key.toString())).isEqualTo(0);
    assertThat(run("sign", "--key", key.toString(), files.toString())).isEqualTo(0);
  }

  private static int run(String... arguments) {
    return new CommandLine(new ReleaseCommand())
        .setOut(new PrintWriter(new StringWriter(), true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute(arguments);
  }

  private int check(Path open) {
    return run("check", "--key", open.toString(), files.toString());
  }

  private Path open() {
    return folder.resolve("key.pub");
  }

  @Test
  void whatWasSignedIsAccepted() throws Exception {
    assertThat(check(open())).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(files.resolve("release.txt"))).doesNotContain("link");
  }

  @Test
  void aChangedFileIsRefused() throws Exception {
    Files.writeString(files.resolve("bulbil-agent-1.tar.gz"), "Program");
    assertThat(check(open())).isEqualTo(1);
    Files.delete(files.resolve("bulbil-agent-1.tar.gz"));
    assertThat(check(open())).isEqualTo(1);
  }

  @Test
  void aChangedManifestIsRefused() throws Exception {
    var manifest = files.resolve("release.txt");
    Files.writeString(manifest, Files.readString(manifest).replace("bulbil 0", "bulbil 9"));
    assertThat(check(open())).isEqualTo(1);
  }

  @Test
  void anotherKeyIsRefused() {
    var other = folder.resolve("other");
    assertThat(run("key", other.toString())).isZero();
    assertThat(check(folder.resolve("other.pub"))).isEqualTo(1);
    assertThat(check(key)).as("a secret key is no key to check with").isEqualTo(1);
  }

  @Test
  void aKeyIsNeverOverwritten() throws Exception {
    var before = Files.readString(key);
    assertThat(run("key", key.toString())).isEqualTo(1);
    assertThat(key).hasContent(before);
  }

  @Test
  void aManifestNamesFilesOfItsOwnFolderOnly() {
    var hash = "ab".repeat(32);
    for (var name : new String[] {"../x", "/etc/x", "a/b", ".x", ""}) {
      var text = "bulbil 1\nSHA256 (" + name + ") = " + hash + "\nSIZE (" + name + ") = 1\n";
      assertThatThrownBy(() -> Manifest.parse(text)).as(name).hasMessageContaining("cannot say");
    }
  }

  @Test
  void opensslAgrees() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/openssl")), "openssl is not installed");
    var said =
        said(
            "openssl pkeyutl -verify -pubin -inkey ../key.pub -rawin -in release.txt"
                + " -sigfile release.txt.sig");
    assertThat(said).contains("Signature Verified Successfully");
  }

  @Test
  void sha256sumAgrees() throws Exception {
    assertThat(said("sha256sum --check release.txt 2>/dev/null"))
        .isEqualTo("bulbil-agent-1.tar.gz: OK\nbulbil-agent_1.deb: OK\n");
  }

  private String said(String command) throws Exception {
    var process =
        new ProcessBuilder("sh", "-c", command)
            .directory(files.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
