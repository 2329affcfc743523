package org.bulbil.sandbox.network;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A small shell process that outlives this program for a moment: when this program is gone, however
 * it went, it kills every tor whose torrc is below a folder.
 *
 * <p>Tor can watch its owner by itself (__OwningControllerProcess), but looks only every 15 s, and
 * 0.4.9.11 was seen to lock up while it ends (cpuworker_free_all waits for a mutex for ever).
 */
public final class Guard implements AutoCloseable {

  /** $1 is the process to watch, $2 the folder. Ctrl-C is for the program, not for its guard. */
  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      while [ -d "/proc/$1" ]; do sleep 2; done
      for process in /proc/[0-9]*; do
        case "$(tr '\\0' ' ' < "$process/cmdline" 2>/dev/null)" in
          *"tor "*"-f $2/"*) kill -9 "${process#/proc/}" ;;
        esac
      done
      """;

  private final Process shell;

  private Guard(Process shell) {
    this.shell = shell;
  }

  /** Guards the tors below {@code folder} from now until it is closed, or has done its work. */
  public static Guard over(Path folder) throws IOException {
    return over(folder, ProcessHandle.current());
  }

  static Guard over(Path folder, ProcessHandle owner) throws IOException {
    var command =
        new ProcessBuilder(
            "/bin/sh", "-c", SCRIPT, "guard", Long.toString(owner.pid()), folder.toString());
    return new Guard(
        command
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  boolean isOnDuty() {
    return shell.isAlive();
  }

  @Override
  public void close() {
    shell.descendants().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
