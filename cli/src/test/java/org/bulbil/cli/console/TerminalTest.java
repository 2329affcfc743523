package org.bulbil.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalTest {

  @Test
  void sttySaysRowsThenColumns() {
    assertThat(Terminal.parse("50 132")).contains(new Terminal.Size(50, 132));
  }

  /** Some terminals know nothing of themselves and say so with zeros. */
  @ParameterizedTest
  @ValueSource(strings = {"0 0", "24 0", "0 80", "", "null null", "stty: not a tty"})
  void nonsenseIsNoSize(String text) {
    assertThat(Terminal.parse(text)).isEmpty();
  }
}
