package org.bulbil.cli.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bulbil.cli.wiring.AgentMain;

/**
 * The command that starts an agent with this program's own jars, in the folder of its settings.
 *
 * @param java the program
 * @param jars the class path, absolute
 * @param cache flags that use, make or do without a cache of loaded and linked classes
 */
record AgentCommand(Path java, List<Path> jars, List<String> cache) {

  /** Has the JVM write its AOT cache to a file when it ends. */
  static final String CACHE_OUTPUT = "-XX:AOTCacheOutput=";

  /** Of the settings' file, seen from its folder. */
  private static final String SETTINGS = "settings.toml";

  /**
   * What keeps an agent small and its start short. A bare agent took 58 MB and 0.26 s, against 79
   * MB and 0.47 s without.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx32m",
          "-Xms4m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-Xss256k",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:ReservedCodeCacheSize=12m",
          "-XX:MaxMetaspaceSize=64m",
          "-XX:-UsePerfData",
          // The cache is mapped where it was made to lie: else the JVM rewrites 20 MB of its pages.
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0",
          // What the C library has been given back goes back to the system.
          "-XX:TrimNativeHeapInterval=3000",
          "--enable-native-access=ALL-UNNAMED");

  /** The command for the program that is running now. */
  static AgentCommand ofThisProgram() {
    var jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .toList();
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new AgentCommand(java, jars, usual());
  }

  /** The cache that was made at build time, where there is one. */
  private static List<String> usual() {
    var file = Path.of(System.getProperty("bulbil.agent.cache", "none"));
    return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
  }

  /** The same command, making a cache instead of using one. */
  AgentCommand training(Path file) {
    return new AgentCommand(java, jars, List.of(CACHE_OUTPUT + file));
  }

  /** Word by word. One malloc arena and a temporary folder on the server's own disk. */
  List<String> words() {
    var words = new ArrayList<>(List.of("env", "MALLOC_ARENA_MAX=1", java.toString()));
    words.addAll(FLAGS);
    words.addAll(cache);
    words.addAll(List.of("-Djava.io.tmpdir=../tmp", "-cp", classPath()));
    words.addAll(List.of(AgentMain.class.getName(), SETTINGS));
    return words;
  }

  private String classPath() {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
