package org.bulbil.hosting.lnvps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.hosting.Accepted;

/**
 * Runs a script as root on a machine, by OpenSSH's client. A host key that the API did not name is
 * refused, also on the first visit. Nothing that the script says is repeated, since it knows
 * secrets; its exit code is.
 */
final class Ssh {

  /** OpenSSH's own failure: no connection, no login, or a host key that it does not take. */
  private static final int NOT_THERE = 255;

  private static final int CONNECT_SECONDS = 20;

  private final SshAccess access;

  Ssh(SshAccess access) {
    this.access = access;
  }

  /**
   * Pipes {@code script} into a shell.
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
        Files.deleteIfExists(folder.resolve("said"));
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
    var said = known.resolveSibling("said");
    var process =
        new ProcessBuilder(command(known, address, user, keys))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      var writer = Thread.startVirtualThread(() -> write(process, script));
      boolean ended = process.waitFor(access.patience().toMillis(), TimeUnit.MILLISECONDS);
      writer.interrupt();
      return ended
          ? verdict(process.exitValue(), Files.readString(said, StandardCharsets.ISO_8859_1))
          : Outcome.unknown(
              "the script did not end within " + access.patience().toMinutes() + " minutes");
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Path known, String address, String user, HostKeys keys) {
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
        "sudo -n sh -s");
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
      return Outcome.unknown("the first script ended with " + code);
    }
    return said.contains("Host key verification failed") || said.contains("no matching host key")
        ? Outcome.refused(
            "the machine's SSH host key is none of those that the API names: somebody may be in"
                + " between, so nothing was sent",
            0)
        : Outcome.unknown("no SSH connection yet");
  }
}
