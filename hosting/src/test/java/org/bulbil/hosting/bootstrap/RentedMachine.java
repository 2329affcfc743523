package org.bulbil.hosting.bootstrap;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A machine that was booted by systemd, as far as the script can tell: it runs as the root of a
 * user namespace, on a system that is this one's with an empty layer on top. Programs that would
 * reach out of there only note that they were called.
 */
final class RentedMachine {

  private static final List<String> STUBS =
      List.of("systemctl", "apt-get", "useradd", "chown", "sysctl", "nft", "passwd");

  /** Nothing runs unless every mount has succeeded. */
  private static final String ENTER =
      """
      set -eu
      machine=$1
      for folder in etc var opt; do
        mkdir -p "$machine/$folder" "$machine/work/$folder"
        mount -t overlay overlay /$folder \\
          -o "lowerdir=/$folder,upperdir=$machine/$folder,workdir=$machine/work/$folder" || exit 77
      done
      mount -t tmpfs run /run || exit 77
      mkdir -p /run/systemd/system /run/inside
      [ -d /run/inside ] && [ "$(command -v systemctl)" = "$machine/bin/systemctl" ] || exit 77
      exec sh "$machine/user-data"
      """;

  private final Path folder;

  RentedMachine(Path folder) {
    this.folder = folder;
  }

  /** What one run of the script said, and how it ended. */
  record Run(int code, String console) {}

  /**
   * Runs the script to its end.
   *
   * @param tor the version that the distribution offers
   */
  Run boot(UserData userData, String tor) throws IOException, InterruptedException {
    var bin = Files.createDirectories(folder.resolve("bin"));
    for (var name : STUBS) {
      stub(bin.resolve(name), "echo \"" + name + " $*\" >>" + folder.resolve("calls"));
    }
    stub(bin.resolve("apt-cache"), "echo '  Candidate: " + tor + "'");
    stub(
        bin.resolve("curl"),
        "case \"$*\" in *torproject*) echo no key >/etc/apt/keyrings/tor-project.asc ;;"
            + " *) exec /usr/bin/curl \"$@\" ;; esac");
    Files.writeString(folder.resolve("user-data"), userData.script());
    var builder = new ProcessBuilder("unshare", "-rm", "sh", "-c", ENTER, "enter", folder + "");
    builder.environment().put("PATH", bin + ":/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("HOME", "/root");
    builder.environment().remove("BULBIL_BUNDLES");
    return run(builder.redirectErrorStream(true).start());
  }

  private static Run run(Process process) throws IOException, InterruptedException {
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.exitValue() == 77
        ? abort("no user namespaces with overlays here: " + said)
        : new Run(process.exitValue(), said);
  }

  private static void stub(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /** A file that the script has written, such as {@code etc/nftables.conf}. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** The programs that were called, with their words. */
  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }
}
