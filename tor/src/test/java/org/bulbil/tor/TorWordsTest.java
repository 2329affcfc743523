package org.bulbil.tor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of Tor are read in the forms in use, and in no others. */
class TorWordsTest {

  private static final String HEX = "F8E9F7D30ED7F541FD248945FAA2B593AD5E584D";

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEX,
        "$" + HEX,
        "f8e9f7d30ed7f541fd248945faa2b593ad5e584d",
        "F8E9 F7D3 0ED7 F541 FD24 8945 FAA2 B593 AD5E 584D"
      })
  void aFingerprintIsReadInEveryFormInUse(String text) {
    assertThat(Fingerprint.parse(text)).isEqualTo(new Fingerprint(HEX));
  }

  @Test
  void aFingerprintIsReadFromTheConsensusForm() {
    assertThat(Fingerprint.ofBase64("+On30w7X9UH9JIlF+qK1k61eWE0")).hasToString(HEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "F8E9", HEX + "00", "G8E9F7D30ED7F541FD248945FAA2B593AD5E584D"})
  void nothingElseIsAFingerprint(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with blank", "twentycharacterslong", "dash-ed", "umläut"})
  void aNicknameHasOneToNineteenLettersAndDigits(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Nickname(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Tor version 0.4.9.11.,0.4.9.11",
    "Tor 0.4.7.6-rc,0.4.7.6",
    "Tor 0.2.5.8-rc on Linux,0.2.5.8",
    "0.4.9.0-alpha,0.4.9.0"
  })
  void aVersionIsFoundInWhatTorSays(String said, String version) {
    assertThat(TorVersion.find(said).map(TorVersion::toString)).contains(version);
  }

  @Test
  void versionsAreOrderedByNumberNotByLetter() {
    var eleven = TorVersion.find("0.4.9.11").orElseThrow();
    assertThat(eleven.isAtLeast(TorVersion.find("0.4.9.9").orElseThrow())).isTrue();
    assertThat(eleven.isAtLeast(TorVersion.find("0.5.0").orElseThrow())).isFalse();
    assertThat(TorVersion.find("arti")).isEmpty();
  }
}
