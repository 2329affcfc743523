package org.bulbil.agent.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The folder of one nginx: its configuration, its log, and which processes live in it. For Linux,
 * where a process is known by the folder that it works in (proc(5)).
 *
 * @param path absolute
 */
record NginxHome(Path path) {

  /** Kept of what it says; years of troubles must not fill the disk. */
  private static final long LOG_MAX_BYTES = 1 << 20;

  /** The end of its log that a person is shown, in characters. */
  private static final int LAST_WORDS = 500;

  private static final Path PROCESSES = Path.of("/proc");

  /** A process number as Linux has it. */
  private static final String NUMBER = "[1-9][0-9]{0,8}";

  NginxHome {
    path = path.toAbsolutePath().normalize();
  }

  void create() throws IOException {
    Files.createDirectories(path.resolve("tmp"));
  }

  Path config() {
    return path.resolve("nginx.conf");
  }

  Path log() {
    return path.resolve("nginx.log");
  }

  /** Whether the configuration is {@code text}. */
  boolean isTold(String text) throws IOException {
    return Files.exists(config()) && Files.readString(config()).equals(text);
  }

  /** Puts {@code text} where nginx can check it before it counts. */
  Path draft(String text) throws IOException {
    return Files.writeString(path.resolve("nginx.conf.new"), text, StandardCharsets.US_ASCII);
  }

  /** From now on {@code draft} is the configuration. */
  void tell(Path draft) throws IOException {
    Files.move(draft, config(), StandardCopyOption.ATOMIC_MOVE);
  }

  void trimLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_MAX_BYTES) {
      Files.writeString(log(), "");
    }
  }

  String lastWords() throws IOException {
    var said = Files.exists(log()) ? Files.readString(log()).strip() : "";
    return said.substring(Math.max(0, said.length() - LAST_WORDS));
  }

  /** The master that runs here. */
  Optional<ProcessHandle> master() throws IOException {
    return written().filter(this::isInhabitant).flatMap(ProcessHandle::of);
  }

  /** The number that a master writes once it listens. */
  Optional<Long> written() throws IOException {
    var file = path.resolve(NginxConfig.PID);
    var text = Files.exists(file) ? Files.readString(file).strip() : "";
    return text.matches(NUMBER) ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  void forgetMaster() throws IOException {
    Files.deleteIfExists(path.resolve(NginxConfig.PID));
  }

  /** Every nginx that works here, masters and workers. */
  List<ProcessHandle> inhabitants() throws IOException {
    try (var all = Files.list(PROCESSES)) {
      return all.map(process -> Objects.requireNonNull(process.getFileName()).toString())
          .filter(name -> name.matches(NUMBER))
          .map(Long::parseLong)
          .filter(this::isInhabitant)
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .toList();
    }
  }

  private boolean isInhabitant(long pid) {
    var process = PROCESSES.resolve(Long.toString(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals("nginx")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(path.toRealPath());
    } catch (IOException e) {
      return false; // It has ended, or is another user's.
    }
  }
}
