package org.bulbil.tor.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.control.ControlPort;
import org.bulbil.tor.control.ControlReply;
import org.bulbil.tor.control.Signal;

/**
 * A running tor: started by us, or found running because it outlived the program that started it.
 * It goes on when this object is forgotten.
 */
public final class TorProcess {

  /**
   * Settings of the C library that bring a relay from 74 MB resident to 14 MB: the buffers in which
   * tor compresses each consensus go back to the system. Measured with tor 0.4.9.11 on glibc 2.36.
   */
  public static final Map<String, String> LEAN =
      Map.of(
          "MALLOC_ARENA_MAX", "1",
          "MALLOC_TRIM_THRESHOLD_", "65536",
          "MALLOC_MMAP_THRESHOLD_", "65536");

  /** For one answer of the control port; it answers in milliseconds unless the machine swaps. */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);

  /** Until a new tor answers: keys are made in 0.1 to 2 s, more on a crowded machine. */
  private static final Duration START_WAIT = Duration.ofMinutes(2);

  /** For one that does not answer to end by itself. */
  private static final Duration DEAF_WAIT = Duration.ofSeconds(5);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** Lines kept as the cause of an exit. */
  private static final int LAST_LINES = 20;

  private final TorFolder folder;
  private final ProcessHandle handle;

  private TorProcess(TorFolder folder, ProcessHandle handle) {
    this.folder = folder;
    this.handle = handle;
  }

  /**
   * The tor that runs in the folder already, told its torrc anew, or else a new one: a program that
   * was killed takes up its tor where it left it.
   */
  public static Outcome<TorProcess> adoptOrStart(TorBinary binary, Torrc torrc, Time time)
      throws IOException {
    if (adopt(torrc.folder()) instanceof Outcome.Done<TorProcess>(TorProcess running)) {
      return running.reload(torrc).map(_ -> running);
    }
    endDeaf(torrc.folder());
    return start(binary, torrc, LEAN, time);
  }

  /**
   * Ends a tor that holds {@code folder} but does not answer: 0.4.9.11 was seen to lock up while it
   * ends, and would keep a new one from starting.
   */
  private static void endDeaf(TorFolder folder) {
    var torrc = folder.torrc().toString();
    ProcessHandle.allProcesses()
        .filter(
            handle ->
                handle.info().arguments().stream().flatMap(Arrays::stream).anyMatch(torrc::equals))
        .forEach(handle -> new TorProcess(folder, handle).stop(DEAF_WAIT));
  }

  /** The tor that answers in {@code folder}; unknown where none does. */
  public static Outcome<TorProcess> adopt(TorFolder folder) {
    return control(folder, ANSWER_WAIT)
        .flatMap(
            port -> {
              try (port) {
                return port.ask("process/pid").flatMap(pid -> processOf(pid, folder));
              }
            });
  }

  private static Outcome<TorProcess> processOf(String pid, TorFolder folder) {
    return (pid.matches("[1-9][0-9]{0,8}")
            ? ProcessHandle.of(Long.parseLong(pid))
            : Optional.<ProcessHandle>empty())
        .map(handle -> Outcome.done(new TorProcess(folder, handle)))
        .orElse(Outcome.unknown("tor says it is process " + pid + ", which is not there"));
  }

  /**
   * Starts a tor and waits until it answers. Refused with the cause from its log where it ends
   * before; {@link IOException} where our own disk fails.
   *
   * @param environment added to ours, such as {@link #LEAN}
   */
  public static Outcome<TorProcess> start(
      TorBinary binary, Torrc torrc, Map<String, String> environment, Time time)
      throws IOException {
    var folder = torrc.folder().create();
    write(torrc);
    Files.deleteIfExists(folder.log());
    var process = new TorProcess(folder, launch(binary, folder, environment));
    return process.untilItAnswers(time);
  }

  private static ProcessHandle launch(
      TorBinary binary, TorFolder folder, Map<String, String> environment) throws IOException {
    var command =
        List.of(
            binary.path().toString(),
            "--defaults-torrc",
            "/dev/null",
            "-f",
            folder.torrc().toString());
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    builder.environment().putAll(environment);
    return builder.start().toHandle();
  }

  private Outcome<TorProcess> untilItAnswers(Time time) {
    var deadline = time.now().plus(START_WAIT);
    try {
      while (handle.isAlive() && time.now().isBefore(deadline)) {
        if (adopt(folder).map(TorProcess::pid).answer().equals(Optional.of(pid()))) {
          return Outcome.done(this);
        }
        time.pause(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var cause = handle.isAlive() ? "tor did not answer in time" : failure();
    handle.destroyForcibly();
    return Outcome.refused(cause, 0);
  }

  /** Atomically, so that a tor which rereads it never sees a half. */
  private static void write(Torrc torrc) throws IOException {
    var target = torrc.folder().torrc();
    var fresh = target.resolveSibling("torrc.new");
    Files.writeString(fresh, torrc.text(), StandardCharsets.US_ASCII);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Gives the running tor new settings. Beware: tor ends itself when it does not like them, and
   * some (a family key alone) are published only with its next descriptor.
   */
  public Outcome<ControlReply> reload(Torrc torrc) throws IOException {
    write(torrc);
    new TorLog(folder.log()).trim();
    return control()
        .flatMap(
            port -> {
              try (port) {
                return port.signal(Signal.RELOAD);
              }
            });
  }

  /** A new connection to it, to be closed by the caller. */
  public Outcome<ControlPort> control() {
    return control(folder, ANSWER_WAIT);
  }

  private static Outcome<ControlPort> control(TorFolder folder, Duration patience) {
    return ControlPort.connect(folder.controlSocket(), folder.cookie(), patience);
  }

  public TorFolder folder() {
    return folder;
  }

  public long pid() {
    return handle.pid();
  }

  public boolean isAlive() {
    return handle.isAlive();
  }

  /** Why it has ended, in one sentence from its log. */
  public String failure() {
    return TorFailure.explain(lastLines());
  }

  /** The end of its log, at most {@value #LAST_LINES} lines. */
  public List<String> lastLines() {
    return new TorLog(folder.log()).tail(LAST_LINES);
  }

  /** Empties its log where that has grown too long; to be called now and then. */
  public void trimLog() throws IOException {
    new TorLog(folder.log()).trim();
  }

  /**
   * Ends it: politely, and after {@code patience} by force, which is needed now and then: see
   * {@link #adoptOrStart}. Returns when it is gone.
   */
  public void stop(Duration patience) {
    new Parting(handle, "tor", patience).end();
  }
}
