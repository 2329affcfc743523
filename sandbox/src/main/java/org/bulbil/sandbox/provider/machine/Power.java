package org.bulbil.sandbox.provider.machine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bulbil.core.time.Time;

/**
 * A machine that is switched on: a session of its own whose first process, the supervisor, holds
 * the power cord. The cord is the supervisor's standard input, a pipe from this JVM. When the pipe
 * is closed, by {@link #cut} or because this JVM is gone, however it went, the supervisor kills
 * everything with SIGKILL.
 */
final class Power {

  /**
   * Runs its arguments, waits for the end of its input, then kills: first whoever has this home and
   * left the group (daemons do), then the group, itself included. The signal of a broken pipe is
   * ignored at the end, since the console may be gone before.
   */
  private static final String SUPERVISOR =
      """
      [ $# -eq 0 ] || "$@" </dev/null &
      trap '' PIPE
      while read -r _; do :; done
      for found in $(grep -lszxF "HOME=$HOME" /proc/[0-9]*/environ); do
        process=${found#/proc/}
        process=${process%/environ}
        [ "$process" = $$ ] || kill -KILL "$process"
      done 2>/dev/null
      kill -KILL 0
      """;

  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  /** Far longer than a shell needs to kill a group on a busy machine. */
  private static final Duration SUPERVISOR_WAIT_MAX = Duration.ofSeconds(5);

  private static final Duration ROUND = Duration.ofMillis(10);

  /** Rounds of killing what is left; five seconds in all. */
  private static final int ROUNDS_MAX = 500;

  private final Process supervisor;
  private final String mark;
  private final Time time;

  private Power(Process supervisor, String mark, Time time) {
    this.supervisor = supervisor;
    this.mark = mark;
    this.time = time;
  }

  /**
   * Boots: runs the user data in the disk's home, in a clean environment.
   *
   * @param image variables that this kind of server has
   */
  static Power on(Disk disk, UserData userData, Map<String, String> image, Time time)
      throws IOException {
    Files.createDirectories(disk.temporary());
    var command = new ArrayList<>(List.of("setsid", "sh", "-c", SUPERVISOR, "supervisor"));
    command.addAll(program(disk, userData));
    var builder =
        new ProcessBuilder(command)
            .directory(disk.home().toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.PIPE);
    builder.environment().clear();
    builder.environment().putAll(image);
    builder.environment().putAll(environment(disk));
    var supervisor = builder.start();
    Console.copy(supervisor.getInputStream(), disk.console(), greeting(userData));
    return new Power(supervisor, "HOME=" + disk.home(), time);
  }

  /**
   * What the supervisor runs. The interpreter is named, rather than the script executed, since a
   * script that this JVM has just written may still count as open for writing (ETXTBSY).
   */
  private static List<String> program(Disk disk, UserData userData) throws IOException {
    return switch (userData) {
      case UserData.Nothing _ -> List.of();
      case UserData.Script script -> {
        Files.writeString(disk.script(), script.text());
        var command = new ArrayList<>(script.interpreter());
        command.add(disk.script().toString());
        yield command;
      }
    };
  }

  private static Map<String, String> environment(Disk disk) {
    return Map.of(
        "PATH", PATH, "HOME", disk.home().toString(), "TMPDIR", disk.temporary().toString());
  }

  private static String greeting(UserData userData) {
    return switch (userData) {
      case UserData.Script _ -> "boot: running the user data";
      case UserData.Nothing(String why) -> "boot: " + why;
    };
  }

  /** Begins to kill, without waiting for it; for who has many machines to kill. */
  void pullCord() {
    try {
      supervisor.getOutputStream().close();
    } catch (IOException e) {
      // The other end is gone already, and so is the supervisor.
    }
  }

  /**
   * Kills everything, and returns when it is dead. {@link IllegalStateException} where a process
   * survives, which takes a kernel that is stuck.
   */
  void cut() throws InterruptedException {
    pullCord();
    if (!supervisor.waitFor(SUPERVISOR_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
      supervisor.destroyForcibly();
    }
    killWhatIsLeft();
  }

  /** Usually nothing is; but user data may have killed or stopped its supervisor. */
  private void killWhatIsLeft() throws InterruptedException {
    var left = ProcessTable.find(supervisor.pid(), mark);
    for (int round = 0; round < ROUNDS_MAX && !left.isEmpty(); round++) {
      left.forEach(Power::kill);
      time.pause(ROUND);
      left = ProcessTable.find(supervisor.pid(), mark);
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("processes survive SIGKILL: " + left);
    }
  }

  private static void kill(long process) {
    ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
  }
}
