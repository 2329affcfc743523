package org.bulbil.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpansTest {

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "60s,PT1M", "10m,PT10M", "2h,PT2H", "1d,PT24H"})
  void peoplesSpansAreRead(String text, Duration span) {
    assertThat(Spans.parse(text)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "s", "-1s", "0s", "1 s", "1w", "1.5h", "99999999999s"})
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> Spans.parse(text)).hasMessageContaining("60s or 10m");
  }

  /** The converter's message is what a person sees. */
  @Test
  void theMessageNamesWhatWasTyped() {
    assertThatThrownBy(() -> Spans.parse("soon")).hasMessageContaining("'soon'");
  }
}
