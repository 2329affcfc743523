package org.bulbil.hosting.lnvps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;
import org.bulbil.hosting.bootstrap.SshKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first script reaches the machine that the API names, whole, and nobody else. */
class SshTest {

  private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAI" + "A".repeat(43);

  private static final HostKeys KEYS =
      HostKeys.of(List.of(new Body.HostKey("ssh-ed25519", KEY), new Body.HostKey("ssh-rsa", KEY)))
          .orElseThrow();

  @TempDir Path folder;

  /** In the place of OpenSSH: writes down how it was called, and does what the test says. */
  private Outcome<Accepted> run(String deed, Duration patience) throws IOException {
    var program = folder.resolve("ssh");
    Files.writeString(
        program,
        """
        #!/bin/sh
        cd '%s'
        printf '%%s\\n' "$@" > words
        for word; do
          case "$word" in UserKnownHostsFile=*)
            cp "${word#*=}" known; stat -c %%a "${word#*=}" > mode;;
          esac
        done
        %s
        """
            .formatted(folder, deed),
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    var access =
        new SshAccess(
            program.toString(),
            Path.of("/home/me/key"),
            new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me"),
            patience);
    return new Ssh(access).run("203.0.113.9", "debian", KEYS, "#!/bin/sh\ntoken=sekret\n");
  }

  private Outcome<Accepted> run(String deed) throws IOException {
    return run(deed, Duration.ofSeconds(30));
  }

  @Test
  void theScriptIsHandedToTheMachineAndStandsInNoCommandLine() throws IOException {
    assertThat(run("cat > script")).isInstanceOf(Outcome.Done.class);
    assertThat(folder.resolve("script")).hasContent("#!/bin/sh\ntoken=sekret\n");
    assertThat(Files.readAllLines(folder.resolve("words")))
        .contains("StrictHostKeyChecking=yes", "BatchMode=yes", "IdentitiesOnly=yes")
        .contains("GlobalKnownHostsFile=/dev/null", "/home/me/key", "debian")
        .contains("HostKeyAlgorithms=ssh-ed25519,rsa-sha2-512,rsa-sha2-256")
        .contains("203.0.113.9")
        .noneMatch(word -> word.contains("sekret"));
  }

  /** The machine's side, by a real shell; {@code sudo} and systemd are stood in for. */
  private int onTheMachine(String sent, String promised, String active) throws Exception {
    stub("sudo", "shift; exec \"$@\"");
    stub("systemctl", "exit " + active);
    stub("systemd-run", "shift 3; exec \"$@\"");
    stub("mktemp", "echo '" + folder.resolve("run") + "'");
    var shell = new ProcessBuilder("sh", "-c", Ssh.handing(promised)).directory(folder.toFile());
    shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    shell.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
    var process = shell.start();
    try (var in = process.getOutputStream()) {
      in.write(sent.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It wanted to hear nothing.
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void stub(String name, String deed) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + deed + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void theMachineRunsTheWholeScriptWhoseCommandsMayReadTheirInput() throws Exception {
    var script = "cat\necho 'it ran' > ran\n"; // Out of a pipe, cat would eat what follows it.
    assertThat(onTheMachine(script, script, "3")).isZero();
    assertThat(folder.resolve("ran")).hasContent("it ran");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aScriptThatWasCutOffIsNotRun() throws Exception {
    var script = "echo half > ran\necho whole > ran\n";
    assertThat(onTheMachine(script.substring(0, 16), script, "3")).isNotZero();
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void aScriptThatRunsAlreadyIsLeftAlone() throws Exception {
    assertThat(onTheMachine("echo twice > ran\n", "echo twice > ran\n", "0")).isZero();
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void onlyTheKeysThatTheApiNamesAreKnown() throws IOException {
    run("cat > script");
    assertThat(Files.readAllLines(folder.resolve("known")))
        .containsExactly("203.0.113.9 ssh-ed25519 " + KEY, "203.0.113.9 ssh-rsa " + KEY);
    assertThat(folder.resolve("mode")).hasContent("600");
  }

  @Test
  void anotherHostKeyIsRefused() throws IOException {
    var outcome = run("echo 'Host key verification failed.' >&2; exit 255");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.summary()).contains("none of those that the API names", "nothing was sent");
  }

  @Test
  void aMachineThatIsNotThereYetIsUnknown() throws IOException {
    assertThat(run("echo 'ssh: connect: refused' >&2; exit 255").summary())
        .isEqualTo("unknown: no SSH connection yet");
  }

  /** What it says may hold the settings, and so a token. */
  @Test
  void aFailureIsToldByItsCodeAlone() throws IOException {
    assertThat(run("cat; exit 3").summary())
        .isEqualTo("unknown: handing over the first script ended with 3");
  }

  @Test
  void aMachineThatHangsIsGivenUp() throws IOException {
    assertThat(run("exec sleep 60", Duration.ofMillis(300)).summary())
        .contains("was not handed over");
  }

  @Test
  void withoutAProgramNothingIsKnown() {
    var access =
        new SshAccess(
            "/nowhere/ssh",
            Path.of("/k"),
            new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me"),
            Duration.ofSeconds(1));
    assertThat(new Ssh(access).run("203.0.113.9", "debian", KEYS, "x").summary())
        .startsWith("unknown: ssh cannot be run");
  }

  /** A liar between us and the API must not write further lines into a file of known hosts. */
  @Test
  void oddHostKeysAreNone() {
    for (var odd :
        List.of(
            new Body.HostKey("ssh-ed25519", KEY + "\n* ssh-ed25519 " + KEY),
            new Body.HostKey("ssh-ed25519 x", KEY),
            new Body.HostKey("ssh-dss", KEY),
            new Body.HostKey(null, KEY),
            new Body.HostKey("ssh-ed25519", null))) {
      assertThat(HostKeys.of(List.of(odd))).isEqualTo(Optional.empty());
    }
    assertThat(HostKeys.of(null)).isEmpty();
  }

  @Test
  void aPublicKeyIsOneLine() {
    var good = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 a";
    assertThat(new SshKey(good)).hasToString(good);
    assertThatThrownBy(() -> new SshKey(good + "\n" + good))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
