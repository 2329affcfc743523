package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

  /** Aim: what hides, turns or overlays text is shown by its number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202e",
        "\u202a",
        "\u2066",
        "\u200e",
        "\u200b",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u0000",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u00ad",
        "\u2028",
        "\u3164",
        "\ue000",
        "\ud800",
        "\udb40\udc41",
        "\u00a0",
        "\u2800"
      })
  void whatCannotBeSeenIsShown(String hidden) {
    assertThat(Shown.text("a" + hidden + "b"))
        .isEqualTo("a⟨U+%04X⟩b".formatted(hidden.codePointAt(0)));
  }

  /** Aim: people's own letters stay as they are. */
  @ParameterizedTest
  @ValueSource(strings = {"Grüße aus Köln", "中继节点", "Иван", "ทดสอบ", "e\u0301", "relé 🧅", "a b"})
  void lettersStay(String text) {
    assertThat(Shown.text(text)).isEqualTo(text);
  }

  /** Aim: marks that would climb over other lines are cut. */
  @Test
  void towersOfMarksAreCut() {
    assertThat(Shown.text("Z\u0351\u036b\u0343\u036a")).isEqualTo("Z\u0351\u036b⟨U+0343⟩⟨U+036A⟩");
  }

  /** Aim: no whole mail address is shown, however its writer hid it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail somebody@example.invalid now | mail so…@example.invalid now",
        "email:somebody[]example.invalid | email:so…[]example.invalid",
        "<somebody AT example dot invalid> | <so… AT example dot invalid>",
        "somebody (at) example (dot) invalid | so… (at) example (dot) invalid",
        "somebody[at]example[dot]invalid | so…[at]example[dot]invalid",
        "somebody.else+tor@mail.example.invalid | so…@mail.example.invalid",
        "a@example.invalid | a…@example.invalid",
        "https://social.invalid/@somebody | https://social.invalid/@somebody",
        "meet me at noon | meet me at noon"
      })
  void noMailAddressIsWhole(String written, String shown) {
    assertThat(Shown.masked(written)).isEqualTo(shown);
  }

  /** Aim: nothing that anybody can write makes it slow or fail. */
  @Test
  void nothingBreaksIt() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    var alphabet = "a@[]().<> \u202e\ud800\udc00dotATat\u0301\n%";
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 400; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Shown.masked(text.toString())).as("seed %d", seed).doesNotContain("\u202e", "\n");
    }
    assertThat(Shown.masked("a".repeat(100_000) + "@" + "b.".repeat(50_000)))
        .hasSizeLessThan(8_300);
  }

  /** Aim: a name is short, and never nothing, since it is what a link is clicked by. */
  @Test
  void aNameCanBeClicked() {
    assertThat(Shown.name(" ")).isEqualTo("(no name)");
    assertThat(Shown.name("x".repeat(300))).hasSize(41);
  }
}
