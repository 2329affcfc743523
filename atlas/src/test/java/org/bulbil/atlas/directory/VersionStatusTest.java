package org.bulbil.atlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version is judged by the list of the authorities, in Onionoo's five words. */
class VersionStatusTest {

  private static final List<String> RECOMMENDED =
      List.of("0.4.7.8", "0.4.7.10", "0.4.8.1-alpha", "0.4.9.5");

  @ParameterizedTest
  @CsvSource({
    "0.4.7.10, recommended",
    "0.4.8.1-alpha, recommended",
    "0.4.8.1, unrecommended",
    "0.4.9.6, experimental",
    "0.4.9.5-dev, experimental",
    "0.4.7.7, obsolete",
    "0.3.5.18, obsolete",
    "0.4.7.12, new in series",
    "0.4.8.2-rc, new in series",
    "0.4.7.9, unrecommended",
  })
  void eachHasItsWord(String version, String word) {
    assertThat(VersionStatus.of(version, RECOMMENDED)).map(VersionStatus::toString).contains(word);
  }

  @Test
  void withoutAVersionOrAListThereIsNone() {
    assertThat(VersionStatus.of("Arti", RECOMMENDED)).isEmpty();
    assertThat(VersionStatus.of("0.4.9.5", List.of())).isEmpty();
  }
}
