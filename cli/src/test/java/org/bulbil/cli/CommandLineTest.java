package org.bulbil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types something wrong is told what, and the nearest right word; nothing is started. */
class CommandLineTest {

  private final StringWriter said = new StringWriter();

  private int execute(String... words) {
    return Bulbil.commandLine().setErr(new PrintWriter(said)).execute(words);
  }

  @ParameterizedTest
  @CsvSource({
    "--region=3, --regions",
    "--perregion=3, --per-region",
    "--jsn, --json",
    "chian, chain",
    "--esplora-prot=1, --esplora-port"
  })
  void anUnknownWordIsNamedWithTheNearestOne(String typed, String nearest) {
    assertThat(execute("sandbox", typed)).isEqualTo(2);
    assertThat(said.toString())
        .contains(typed, "did you mean " + nearest + "?", "bulbil sandbox --help");
  }

  @Test
  void anUnknownCommandIsNamedWithTheNearestOne() {
    assertThat(execute("sandbx")).isEqualTo(2);
    assertThat(said.toString()).contains("sandbx", "did you mean sandbox?");
  }

  @ParameterizedTest
  @CsvSource({
    "--day=soon, a span of time is a number with ms",
    "--regions=many, --regions",
    "--until=10, a span of time is a number with ms"
  })
  void aValueThatMakesNoSenseIsNamedWithTheRule(String typed, String rule) {
    assertThat(execute("sandbox", typed)).isEqualTo(2);
    assertThat(said.toString()).contains(typed.replaceFirst(".*=", ""), rule);
  }
}
