package org.bulbil.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AgentCommandTest {

  /** The words work from any folder: a server's agent starts in its own. */
  @Test
  void everyPathIsAbsolute() {
    var words = AgentCommand.ofThisProgram().words();
    var classPath = words.get(words.indexOf("-cp") + 1);
    assertThat(classPath.split(":")).allMatch(entry -> Path.of(entry).isAbsolute());
    assertThat(Files.isExecutable(Path.of(words.get(2)))).isTrue();
    assertThat(words).endsWith("org.bulbil.cli.wiring.AgentMain", "settings.toml");
  }

  /** A cache is either used or made, never both. */
  @Test
  void trainingMakesACache() {
    var words = AgentCommand.ofThisProgram().training(Path.of("/t/agent.aot")).words();
    assertThat(words).contains("-XX:AOTCacheOutput=/t/agent.aot");
    assertThat(words).noneMatch(word -> word.startsWith("-XX:AOTCache="));
  }
}
