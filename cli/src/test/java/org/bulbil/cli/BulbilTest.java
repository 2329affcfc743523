package org.bulbil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is typed wrongly is named, with the nearest right word, and nothing is started. */
final class BulbilTest {

  private final StringWriter said = new StringWriter();

  private int execute(String... arguments) {
    return Bulbil.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
  }

  @Test
  void anUnknownOptionIsNamedWithTheNearest() {
    assertThat(execute("sandbox", "--dys", "3")).isEqualTo(2);
    assertThat(said.toString()).contains("--dys").contains("did you mean --days?");
  }

  @Test
  void anUnknownOptionWithAValueToo() {
    assertThat(execute("sandbox", "--dnors=3")).isEqualTo(2);
    assertThat(said.toString()).contains("did you mean --donors?");
  }

  @Test
  void anUnknownCommandIsNamedWithTheNearest() {
    assertThat(execute("sandbx")).isEqualTo(2);
    assertThat(said.toString()).contains("sandbx").contains("did you mean sandbox?");
  }

  @Test
  void anUnknownServiceIsNamedWithTheNearest() {
    assertThat(execute("sandbox", "chian")).isEqualTo(2);
    assertThat(said.toString()).contains("chian").contains("did you mean chain?");
  }

  @Test
  void aWrongValueIsNamedWithItsRule() {
    assertThat(execute("sandbox", "--day", "soon")).isEqualTo(2);
    assertThat(said.toString()).contains("--day").contains("60s or 10m").contains("soon");
  }

  @Test
  void numbersOutsideTheirBoundsAreRefused() {
    assertThat(execute("sandbox", "--regions", "15")).isEqualTo(2);
    assertThat(said.toString()).contains("--regions must be 1 to 14, not 15");
  }
}
