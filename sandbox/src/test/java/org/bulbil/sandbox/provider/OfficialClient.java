package org.bulbil.sandbox.provider;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The official {@code sporestack} program from PyPI, in an environment of its own. */
final class OfficialClient {

  /** The newest whose source is known to us, and the last for Python 3.9 to 3.11. */
  private static final String RELEASE = "sporestack[cli]==14.3.0";

  private static final Path FOLDER = Path.of("target", "sporestack-client").toAbsolutePath();
  private static final Path PROGRAM = FOLDER.resolve("bin").resolve("sporestack");

  /**
   * It is run in a terminal: where it sees none, it takes the screen for a billion columns wide,
   * and draws its frames that long.
   */
  private static final String IN_A_TERMINAL =
      "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

  /** Colours and links, and the carriage returns of a terminal. */
  private static final Pattern ORNAMENT =
      Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]|\u001b\\][^\u001b\u0007]*(\u001b\\\\|\u0007)|\r");

  /** A dozen packages over a slow line. */
  private static final Duration INSTALLING = Duration.ofMinutes(4);

  /** A start of Python on a busy machine, and one request. */
  private static final Duration CALL = Duration.ofSeconds(60);

  private final Path home;
  private final URI provider;

  /**
   * @param home where it keeps its tokens, and looks for files
   * @param provider that it is told to ask
   */
  OfficialClient(Path home, URI provider) {
    this.home = home;
    this.provider = provider;
  }

  /** Installs it, unless it is there; why that cannot be, or empty. */
  static Optional<String> install() throws IOException, InterruptedException {
    if (Files.isExecutable(PROGRAM)) {
      return Optional.empty();
    }
    Files.createDirectories(FOLDER);
    try {
      var made = call(FOLDER, INSTALLING, List.of("python3", "-m", "venv", FOLDER.toString()));
      if (made.code() != 0) {
        return Optional.of("python3 -m venv failed (apt-get install python3-venv)");
      }
    } catch (IOException e) {
      return Optional.of("there is no python3");
    }
    var pip = FOLDER.resolve("bin").resolve("pip").toString();
    var fetched = call(FOLDER, INSTALLING, List.of(pip, "install", "--quiet", RELEASE));
    return fetched.code() == 0
        ? Optional.empty()
        : Optional.of("pip cannot fetch " + RELEASE + " (is PyPI reachable?)");
  }

  private record Said(int code, String words) {}

  private static Said call(Path folder, Duration patience, List<String> command)
      throws IOException, InterruptedException {
    return call(new ProcessBuilder(command).directory(folder.toFile()), patience);
  }

  private static Said call(ProcessBuilder builder, Duration patience)
      throws IOException, InterruptedException {
    var log = Files.createTempFile("official-client", ".log");
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      var words = ORNAMENT.matcher(Files.readString(log, StandardCharsets.UTF_8)).replaceAll("");
      return new Said(ended ? process.exitValue() : -1, words.strip());
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }

  /** Puts a file where it looks for files; {@code answer} is what it reads from the keyboard. */
  void file(String name, String content) throws IOException {
    Files.writeString(home.resolve(name), content);
  }

  /** The key of the token that it calls {@code name}. */
  String token(String name) throws IOException {
    var file = home.resolve("sporestack").resolve("tokens").resolve(name + ".json");
    var key = Pattern.compile("\"key\": \"(\\w+)\"").matcher(Files.readString(file));
    if (!key.find()) {
      throw new AssertionError("no key in " + file);
    }
    return key.group(1);
  }

  /** What it says to {@code words}; fails where it fails. */
  String run(String... words) throws IOException, InterruptedException {
    var said = say(words);
    if (said.code() != 0) {
      throw new AssertionError(List.of(words) + " ended with " + said.code() + ": " + said.words());
    }
    return said.words();
  }

  /** What it says to {@code words} when that fails; fails where it succeeds. */
  String failure(String... words) throws IOException, InterruptedException {
    var said = say(words);
    if (said.code() <= 0) {
      throw new AssertionError(List.of(words) + " ended with " + said.code() + ": " + said.words());
    }
    return said.words();
  }

  private Said say(String... words) throws IOException, InterruptedException {
    var python = FOLDER.resolve("bin").resolve("python3").toString();
    var command = new ArrayList<>(List.of(python, "-c", IN_A_TERMINAL, PROGRAM.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(home.toFile());
    var environment = builder.environment();
    environment.put("HOME", home.toString());
    environment.put("SPORESTACK_DIR", home.resolve("sporestack").toString());
    environment.put("SPORESTACK_ENDPOINT", provider.toString());
    environment.put("COLUMNS", "200");
    environment.put("TERM", "xterm");
    var keyboard = home.resolve("answer");
    if (Files.exists(keyboard)) {
      builder.redirectInput(keyboard.toFile());
    }
    return call(builder, CALL);
  }
}
