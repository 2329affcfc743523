package org.bulbil.hosting.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same instant is read from each of its spellings, and from nothing else. */
class IsoTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T12:30:00Z",
        "2026-01-01T12:30:00",
        "2026-01-01T12:30:00.000000",
        "2026-01-01T12:30:00+00:00",
        "2026-01-01T14:30:00+02:00"
      })
  void reads(String text) {
    assertThat(IsoTime.read(text)).isEqualTo(Instant.parse("2026-01-01T12:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1767270600", "2026-01-01", "yesterday", "2026-13-01T00:00:00Z"})
  void refuses(String text) {
    assertThatThrownBy(() -> IsoTime.read(text)).isInstanceOf(Nonsense.class);
  }
}
