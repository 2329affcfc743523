package org.bulbil.agent.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.process.Program;

/**
 * The web server of a site: nginx of the distribution, as our child and our user, with a
 * configuration of ours. It goes on when this program is killed, and is taken up again. For Linux,
 * where a process is known by its working folder. One thread.
 */
public final class Nginx implements WebServer {

  /** Typed as root on Debian or Ubuntu, this makes nginx available. */
  public static final String INSTALL = "apt-get install -y --no-install-recommends nginx-light";

  /** To check a configuration, or to end; it takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Kept of what it says; years of troubles must not fill the disk. */
  private static final long LOG_MAX_BYTES = 1 << 20;

  /** The end of its log that a person is shown, in characters. */
  private static final int LAST_WORDS = 500;

  private static final Path PROCESSES = Path.of("/proc");

  private final Path program;
  private final Path home;

  /**
   * @param program its executable
   * @param home folder of its own, made where it is not there; no other nginx has it
   */
  public Nginx(Path program, Path home) {
    this.program = program;
    this.home = home.toAbsolutePath().normalize();
  }

  /** The nginx of this machine; refused with what to type where there is none. */
  public static Outcome<Path> find(String searchPath) {
    return Program.find("nginx", searchPath)
        .map(Outcome::done)
        .orElse(Outcome.refused("nginx is not installed; type (as root): " + INSTALL, 0));
  }

  /**
   * Sees to it that it runs with these settings: takes up one that runs, tells it what has changed,
   * starts one that does not. Refused with its own words where it cannot.
   */
  @Override
  public Outcome<ProcessHandle> keep(NginxSettings settings) {
    try {
      var text = new NginxConfig(settings, home, isSuperuser()).text();
      Files.createDirectories(home);
      var running = running();
      trimLog();
      if (running.isPresent()) {
        return isFollowed(text) ? Outcome.done(running.get()) : follow(running.get(), text);
      }
      return start(text);
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    }
  }

  /** Ends it; harmless where it has ended. */
  @Override
  public void rest() {
    try {
      running().ifPresent(Nginx::end);
      endLeftovers();
    } catch (IOException e) {
      throw new IllegalStateException("nginx cannot be ended", e);
    }
  }

  private boolean isFollowed(String text) throws IOException {
    return Files.exists(config()) && Files.readString(config()).equals(text);
  }

  private Outcome<ProcessHandle> follow(ProcessHandle running, String text) throws IOException {
    return check(text)
        .flatMap(_ -> run("-s", "reload").map(_ -> running))
        .map(
            told -> {
              LOG.log(System.Logger.Level.INFO, "nginx is told its new configuration");
              return told;
            });
  }

  private static final System.Logger LOG = System.getLogger(Nginx.class.getName());

  private Outcome<ProcessHandle> start(String text) throws IOException {
    endLeftovers();
    var checked = check(text);
    if (!(checked instanceof Outcome.Done<String>)) {
      return checked.map(_ -> ProcessHandle.current());
    }
    var log = home.resolve("nginx.log");
    var process =
        new ProcessBuilder(command(List.of()))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return awaitStart(process);
  }

  /** One that cannot listen ends at once: it tries five times, half a second apart. */
  private Outcome<ProcessHandle> awaitStart(Process process) throws IOException {
    try {
      while (process.isAlive() && !isMaster(process.pid())) {
        if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return process.isAlive()
        ? Outcome.done(process.toHandle())
        : Outcome.refused("nginx does not start: " + lastWords(), process.exitValue());
  }

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** It writes its number once it listens. */
  private boolean isMaster(long pid) throws IOException {
    return written().filter(number -> number == pid).isPresent();
  }

  /** Writes the configuration once nginx has nothing against it. */
  private Outcome<String> check(String text) throws IOException {
    Files.createDirectories(home.resolve("tmp"));
    var fresh = home.resolve("nginx.conf.new");
    Files.writeString(fresh, text, StandardCharsets.US_ASCII);
    var verdict = new Program(command(fresh, List.of("-t", "-q")), PATIENCE).run(home, "");
    if (verdict instanceof Outcome.Done<String>) {
      Files.move(fresh, config(), StandardCopyOption.ATOMIC_MOVE);
    }
    return verdict;
  }

  private Outcome<String> run(String... arguments) {
    return new Program(command(List.of(arguments)), PATIENCE).run(home, "");
  }

  private List<String> command(List<String> arguments) {
    return command(config(), arguments);
  }

  private List<String> command(Path config, List<String> arguments) {
    var fixed =
        List.of(program.toString(), "-e", "stderr", "-p", home.toString(), "-c", config.toString());
    return Stream.concat(fixed.stream(), arguments.stream()).toList();
  }

  private Path config() {
    return home.resolve("nginx.conf");
  }

  /** The master that runs here, as its pid file says. */
  private Optional<ProcessHandle> running() throws IOException {
    return written().filter(this::isOurs).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
  }

  private Optional<Long> written() throws IOException {
    var file = home.resolve(NginxConfig.PID);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var text = Files.readString(file).strip();
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** Whether process {@code pid} is an nginx that works in our folder. */
  private boolean isOurs(long pid) {
    var process = PROCESSES.resolve(Long.toString(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals("nginx")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(home.toRealPath());
    } catch (IOException e) {
      return false; // It has ended, or is another user's.
    }
  }

  /** Workers whose master was killed go on listening, and would keep a new one from it. */
  private void endLeftovers() throws IOException {
    try (var all = Files.list(PROCESSES)) {
      all.map(path -> Objects.requireNonNull(path.getFileName()).toString())
          .filter(name -> name.matches("[1-9][0-9]{0,8}"))
          .map(Long::parseLong)
          .filter(this::isOurs)
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .forEach(Nginx::end);
    }
    Files.deleteIfExists(home.resolve(NginxConfig.PID));
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!isGoneWithin(process)) {
      process.destroyForcibly();
    }
  }

  private static boolean isGoneWithin(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private void trimLog() throws IOException {
    var log = home.resolve("nginx.log");
    if (Files.exists(log) && Files.size(log) > LOG_MAX_BYTES) {
      Files.writeString(log, "");
    }
  }

  private String lastWords() throws IOException {
    var log = home.resolve("nginx.log");
    var said = Files.exists(log) ? Files.readString(log).strip() : "";
    return said.substring(Math.max(0, said.length() - LAST_WORDS));
  }

  private static boolean isSuperuser() {
    return "root".equals(System.getProperty("user.name"));
  }
}
