package org.bulbil.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stranger sends is an answer or unknown, and throws nothing. */
class JsonAnswerTest {

  private static final JsonType<Map<String, String>> WORDS =
      Jsonb.instance().type(Types.mapOf(String.class));

  private static Outcome<Map<String, String>> read(String text) {
    return JsonAnswer.read(WORDS, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsRead() {
    assertThat(read("{\"word\":\"ö\"}")).isEqualTo(Outcome.done(Map.of("word", "ö")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "nope", "{", "{\"secret\":", "[1]", "\u0000"})
  void anythingElseIsUnknownAndNotQuoted(String text) {
    assertThat(read(text).summary()).startsWith("unknown: ").doesNotContain("secret");
  }

  @Test
  void aStringLongerThanTheParserReadsIsUnknown() {
    assertThat(read("{\"a\":\"" + "x".repeat(40_000) + "\"}")).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void bracketsWithoutEndAreUnknown() {
    var anything = Jsonb.instance().type(Object.class);
    var brackets = "[".repeat(500_000).getBytes(StandardCharsets.UTF_8);
    assertThat(JsonAnswer.read(anything, brackets))
        .isEqualTo(Outcome.unknown("JSON nested too deep"));
  }
}
