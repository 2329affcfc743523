package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script is complete, bounded, and its secret stays in it. */
class UserDataTest {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Test
  void leavesNoBlankOpenAndFillsNoneOfItsContents() {
    var script =
        new UserData("a = '@PAUSE@ @START@'", List.of("run", "@SETTINGS@"), PAUSE).script();
    assertThat(script)
        .startsWith("#!/bin/sh\n")
        .contains("pause=10 ")
        .contains("a = '\\''@PAUSE@ @START@'\\''")
        .contains("exec 'run' '@SETTINGS@'");
  }

  @Test
  void isFarBelowItsLimitWithTheSettingsOfAnAgent() {
    var script = new UserData("x = 1\n".repeat(300), List.of("agent"), PAUSE).script();
    assertThat(script.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(UserData.MAX_BYTES / 2);
  }

  @Test
  void refusesToBeTooLong() {
    var tooLong = new UserData("ä".repeat(8000), List.of("agent"), PAUSE);
    assertThatThrownBy(tooLong::script).hasMessageContaining("at most 16384");
  }

  @Test
  void refusesWhatNoShellCanHold() {
    assertThatThrownBy(() -> new UserData("a\0b", List.of("agent"), PAUSE).script())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserData("", List.of(), PAUSE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserData("", List.of("agent"), Duration.ofMillis(500)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotPrintTheToken() {
    assertThat(new UserData("token = 'sekret'", List.of("agent"), PAUSE).toString())
        .doesNotContain("sekret");
  }
}
