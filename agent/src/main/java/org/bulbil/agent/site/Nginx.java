package org.bulbil.agent.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.process.Parting;
import org.bulbil.tor.process.Program;

/**
 * The web server of a site: nginx of the distribution, as our child and our user, with a
 * configuration of ours. It goes on when this program is killed, and is taken up again. Safe for
 * use by several threads.
 */
public final class Nginx implements WebServer {

  /** Typed as root on Debian or Ubuntu, this makes nginx available. */
  public static final String INSTALL = "apt-get install -y --no-install-recommends nginx-light";

  private static final System.Logger LOG = System.getLogger(Nginx.class.getName());

  /** To check a configuration, or to end; it takes milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** One that cannot have its port ends after five tries, half a second apart. */
  private static final int START_LOOKS = 200;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Path program;
  private final NginxHome home;

  /**
   * @param program its executable
   * @param home folder of its own, made where it is not there; no other nginx has it
   */
  public Nginx(Path program, Path home) {
    this.program = program;
    this.home = new NginxHome(home);
  }

  /** The nginx of this machine; refused with what to type where there is none. */
  public static Outcome<Path> find(String searchPath) {
    return Program.find("nginx", searchPath)
        .map(Outcome::done)
        .orElse(Outcome.refused("nginx is not installed; type (as root): " + INSTALL, 0));
  }

  @Override
  public synchronized Outcome<ProcessHandle> keep(NginxSettings settings) {
    try {
      var text = new NginxConfig(settings, home.path(), isSuperuser()).text();
      home.create();
      home.trimLog();
      var running = home.master();
      return running.isPresent() ? follow(running.get(), text) : start(text);
    } catch (IOException e) {
      return Outcome.unknown("the disk: " + e);
    }
  }

  @Override
  public synchronized void rest() {
    try {
      endInhabitants();
    } catch (IOException e) {
      throw new IllegalStateException("nginx cannot be ended", e);
    }
  }

  /** Tells the one that runs what has changed. */
  private Outcome<ProcessHandle> follow(ProcessHandle running, String text) throws IOException {
    if (home.isTold(text)) {
      return Outcome.done(running);
    }
    LOG.log(System.Logger.Level.INFO, "nginx is told a new configuration");
    return tell(text).flatMap(_ -> run(home.config(), "-s", "reload")).map(_ -> running);
  }

  /** What can be done before is done before: from here on nobody shows the site. */
  private Outcome<ProcessHandle> start(String text) throws IOException {
    return switch (home.isTold(text) ? Outcome.done(home.config()) : tell(text)) {
      case Outcome.Done<Path> _ -> {
        endInhabitants();
        yield launched();
      }
      case Outcome.Refused<Path>(String why, int code) -> Outcome.refused(why, code);
      case Outcome.Unknown<Path>(String cause) -> Outcome.unknown(cause);
    };
  }

  /** Makes {@code text} the configuration, once nginx has nothing against it. */
  private Outcome<Path> tell(String text) throws IOException {
    var draft = home.draft(text);
    var verdict = run(draft, "-t", "-q");
    if (verdict instanceof Outcome.Done<String>) {
      home.tell(draft);
    }
    return verdict.map(_ -> home.config());
  }

  private Outcome<String> run(Path config, String... arguments) {
    return new Program(command(config, arguments), PATIENCE).run(home.path(), "");
  }

  private List<String> command(Path config, String... arguments) {
    var place = home.path().toString();
    return Stream.concat(
            Stream.of(program.toString(), "-e", "stderr", "-p", place, "-c", config.toString()),
            Stream.of(arguments))
        .toList();
  }

  private Outcome<ProcessHandle> launched() throws IOException {
    var process =
        new ProcessBuilder(command(home.config()))
            .directory(home.path().toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
            .start();
    awaitMaster(process);
    return process.isAlive()
        ? Outcome.done(process.toHandle())
        : Outcome.refused("nginx does not start: " + home.lastWords(), process.exitValue());
  }

  /** Until it listens, or has ended. */
  private void awaitMaster(Process process) throws IOException {
    try {
      for (int look = 0; look < START_LOOKS && !isMaster(process.pid()); look++) {
        if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isMaster(long pid) throws IOException {
    return home.written().filter(number -> number == pid).isPresent();
  }

  /** Workers whose master was killed go on listening, and would keep a new one from it. */
  private void endInhabitants() throws IOException {
    var master = home.master();
    master.ifPresent(Nginx::end);
    home.inhabitants().forEach(Nginx::end);
    home.forgetMaster();
  }

  private static void end(ProcessHandle process) {
    new Parting(process, "nginx", PATIENCE).end();
  }

  private static boolean isSuperuser() {
    return "root".equals(System.getProperty("user.name"));
  }
}
