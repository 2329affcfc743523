package org.bulbil.sandbox.provider.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any JSON is read, and nothing else. */
class JsonTreeTest {

  /** Each kind of value comes out as what it is. */
  @Test
  void values() throws ParseException {
    assertThat(JsonTree.parse(" { \"a\" : [ 1 , -2.5e3 , true , false , null ] , \"b\" : { } } "))
        .isEqualTo(
            Map.of(
                "a",
                Arrays.asList(BigDecimal.ONE, new BigDecimal("-2.5E+3"), true, false, null),
                "b",
                Map.of()));
    assertThat(JsonTree.parse("[]")).isEqualTo(List.of());
  }

  /** Escapes of all kinds, and a character outside the basic plane. */
  @Test
  void strings() throws ParseException {
    assertThat(JsonTree.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83C\\uDF31🌱\""))
        .isEqualTo("\"\\/\b\f\n\r\té🌱🌱");
  }

  /** A string longer than the library reads. */
  @Test
  void longStrings() throws ParseException {
    var text = "x".repeat(65_536);
    assertThat(JsonTree.parse("\"" + text + "\"")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1",
        "[1,]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{a:1}",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "tru",
        "nope",
        "01",
        "1.",
        "+1",
        "1 2",
        "1e9999",
        "NaN"
      })
  void nothingElse(String text) {
    assertThatThrownBy(() -> JsonTree.parse(text)).isInstanceOf(ParseException.class);
  }

  /** Deep nesting is refused before it costs the stack. */
  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> JsonTree.parse("[".repeat(100_000)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("32 levels");
  }
}
