package org.bulbil.sandbox.nameserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.process.Program;

/** A bind9 that runs, and can be down for a while: what it was told it keeps on its disk. */
public final class Nameserver implements AutoCloseable {

  /** Typed as root on Debian or Ubuntu, this makes bind9 available. */
  public static final String INSTALL = "apt-get install -y --no-install-recommends bind9";

  /** It answers in a tenth of a second; ten are for a busy machine. */
  private static final Duration START_WAIT = Duration.ofSeconds(10);

  private static final Duration STOP_WAIT = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** Of its log, where it does not start; in characters. */
  private static final int LAST_WORDS = 800;

  private final Path program;
  private final ZoneSettings settings;
  private final Time time;
  private Process process;

  private Nameserver(Path program, ZoneSettings settings, Time time) throws IOException {
    this.program = program;
    this.settings = settings;
    this.time = time;
    this.process = launch();
  }

  /** The bind9 of this machine; refused with what to type where there is none. */
  public static Outcome<Path> find(String searchPath) {
    return Program.find("named", searchPath)
        .map(Outcome::done)
        .orElse(Outcome.refused("bind9 is not installed; type (as root): " + INSTALL, 0));
  }

  /**
   * Starts one and waits until it listens. Refused with its own words where it does not.
   *
   * @param random draws the key
   */
  public static Outcome<Nameserver> start(
      Path program, ZoneSettings settings, Time time, RandomGenerator random)
      throws IOException, InterruptedException {
    new NamedConfig(settings).write(random);
    var started = new Nameserver(program, settings, time);
    if (started.awaitOpen()) {
      return Outcome.done(started);
    }
    started.stop();
    return Outcome.refused("bind9 does not start: " + started.lastWords(), 0);
  }

  private Process launch() throws IOException {
    var command = List.of(program.toString(), "-g", "-n", "1", "-c", settings.config().toString());
    return new ProcessBuilder(command)
        .directory(settings.folder().toFile())
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.to(settings.log().toFile()))
        .start();
  }

  private boolean awaitOpen() throws InterruptedException {
    var deadline = time.now().plus(START_WAIT);
    while (process.isAlive() && time.now().isBefore(deadline)) {
      if (isOpen()) {
        return true;
      }
      time.pause(LOOK_AGAIN);
    }
    return false;
  }

  private boolean isOpen() {
    try (var socket = new Socket()) {
      socket.connect(settings.where(), Math.toIntExact(LOOK_AGAIN.toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String lastWords() throws IOException {
    var said = Files.readString(settings.log()).strip();
    return said.substring(Math.max(0, said.length() - LAST_WORDS));
  }

  public InetSocketAddress where() {
    return settings.where();
  }

  /** The key in BIND's form, mode 600. */
  public Path keyFile() {
    return settings.keyFile();
  }

  /** Goes down; nobody can ask or change anything until {@link #resume}. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Comes up with everything that it was told before. */
  public void resume() throws IOException, InterruptedException {
    process = launch();
    if (!awaitOpen()) {
      throw new IOException("bind9 does not come up again: " + lastWords());
    }
  }

  @Override
  public void close() {
    var interrupted = Thread.interrupted();
    try {
      stop();
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      process.destroyForcibly();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
