package org.bulbil.hosting.lnvps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;

/**
 * Hands a script over to a machine, which runs it as root, by OpenSSH's client. A host key that the
 * API did not name is refused, also on the first visit. Nothing that the machine says is repeated,
 * since it knows secrets; its exit code is.
 */
final class Ssh {

  /** OpenSSH's own failure: no connection, no login, or a host key that it does not take. */
  private static final int NOT_THERE = 255;

  private static final int CONNECT_SECONDS = 20;

  /** Bytes of what it says that are looked at: ssh's own complaint stands at the beginning. */
  private static final int SAID_MAX = 16 << 10;

  private final SshAccess access;

  Ssh(SshAccess access) {
    this.access = access;
  }

  /**
   * Hands over {@code script}; done when it has begun to run.
   *
   * @param address IPv4
   * @param user who may become root without a password
   */
  Outcome<Accepted> run(String address, String user, HostKeys keys, String script) {
    try {
      var folder = Files.createTempDirectory("bulbil-ssh");
      try {
        return run(known(folder, address, keys), address, user, keys, script);
      } finally {
        Files.deleteIfExists(folder.resolve("known_hosts"));
        Files.delete(folder);
      }
    } catch (IOException e) {
      return Outcome.unknown(
          "ssh cannot be run (%s): is OpenSSH's client installed?"
              .formatted(e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.unknown("interrupted while a script ran");
    }
  }

  private static Path known(Path folder, String address, HostKeys keys) throws IOException {
    var file = folder.resolve("known_hosts");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, keys.knownHosts(address));
  }

  private Outcome<Accepted> run(
      Path known, String address, String user, HostKeys keys, String script)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command(known, address, user, keys, handing(script)))
            .redirectErrorStream(true)
            .start();
    try {
      var said = CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
      var _ = Thread.startVirtualThread(() -> write(process, script));
      return process.waitFor(access.patience().toMillis(), TimeUnit.MILLISECONDS)
          ? verdict(process.exitValue(), said.completeOnTimeout("", 1, TimeUnit.SECONDS).join())
          : Outcome.unknown(
              "the script was not handed over in " + access.patience().toSeconds() + " s");
    } finally {
      process.destroyForcibly();
    }
  }

  /** The first words; the rest is heard and forgotten, so that nobody waits for us to listen. */
  private static String read(Process process) {
    try (var out = process.getInputStream()) {
      var said = new String(out.readNBytes(SAID_MAX), StandardCharsets.ISO_8859_1);
      out.transferTo(OutputStream.nullOutputStream());
      return said;
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * What the machine does with the script: it takes all of it, checks that it is all, and leaves it
   * to systemd, which runs it also when we are gone. Where it runs already it is left alone.
   */
  static String handing(String script) {
    return """
        sudo -n sh -c 'set -eu; umask 077
        systemctl -q is-active bulbil-first-boot && exit 0
        script=$(mktemp /run/bulbil-first-boot.XXXXXX)
        cat >"$script"
        [ "$(sha256sum <"$script" | cut -c1-64)" = %s ]
        systemd-run -q --collect --unit=bulbil-first-boot sh -c "sh $script; rm -f $script"'"""
        .formatted(Nip98.sha256(script));
  }

  private List<String> command(
      Path known, String address, String user, HostKeys keys, String remote) {
    return List.of(
        access.program(),
        "-F",
        "/dev/null",
        "-T",
        "-i",
        access.identity().toString(),
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "BatchMode=yes",
        "-o",
        "StrictHostKeyChecking=yes",
        "-o",
        "UserKnownHostsFile=" + known,
        "-o",
        "GlobalKnownHostsFile=/dev/null",
        "-o",
        "HostKeyAlgorithms=" + keys.algorithms(),
        "-o",
        "UpdateHostKeys=no",
        "-o",
        "ConnectTimeout=" + CONNECT_SECONDS,
        "-l",
        user,
        "--",
        address,
        remote);
  }

  private static void write(Process process, String script) {
    try (var in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has ended before it read everything; its exit code says why.
    }
  }

  private static Outcome<Accepted> verdict(int code, String said) {
    if (code == 0) {
      return Outcome.done(new Accepted());
    }
    if (code != NOT_THERE) {
      return Outcome.unknown("handing over the first script ended with " + code);
    }
    return said.contains("Host key verification failed") || said.contains("no matching host key")
        ? Outcome.refused(
            "the machine's SSH host key is none of those that the API names: somebody may be in"
                + " between, so nothing was sent",
            0)
        : Outcome.unknown("no SSH connection yet");
  }
}
