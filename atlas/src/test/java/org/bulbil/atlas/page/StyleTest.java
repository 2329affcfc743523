package org.bulbil.atlas.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bulbil.atlas.chart.Contrast;
import org.junit.jupiter.api.Test;

class StyleTest {

  private static final Pattern PALETTE = Pattern.compile("color-scheme: (\\w+);([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{6})");

  private static final String CSS =
      new String(Assets.asset("style.css").orElseThrow().bytes(), UTF_8);

  /** Light once, dark twice: chosen, and as the browser wishes. */
  private static List<Map<String, Integer>> palettes() {
    var palettes = new ArrayList<Map<String, Integer>>();
    PALETTE.matcher(CSS).results().map(found -> colours(found.group(2))).forEach(palettes::add);
    return palettes;
  }

  private static Map<String, Integer> colours(String text) {
    var colours = new HashMap<String, Integer>();
    COLOUR
        .matcher(text)
        .results()
        .forEach(found -> colours.put(found.group(1), Integer.parseInt(found.group(2), 16)));
    return colours;
  }

  private static double contrast(Map<String, Integer> palette, String one, String other) {
    return Contrast.between(palette.getOrDefault(one, 0), palette.getOrDefault(other, 0));
  }

  /** Aim: text of every kind is readable on both grounds (WCAG AA 1.4.3: 4.5:1). */
  @Test
  void textIsReadable() {
    assertThat(palettes()).hasSize(3).allMatch(palette -> palette.size() == 13);
    for (var palette : palettes()) {
      for (var text : List.of("ink", "soft", "leaf", "warn", "fair")) {
        for (var ground : List.of("paper", "raised")) {
          assertThat(contrast(palette, text, ground))
              .as("%s on %s in %s", text, ground, palette)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
    }
  }

  /** Aim: strips and bars can be seen (WCAG AA 1.4.11: 3:1). */
  @Test
  void barsCanBeSeen() {
    for (var palette : palettes()) {
      for (var bar : List.of("up", "partly", "off", "bar")) {
        assertThat(contrast(palette, bar, "paper")).as(bar).isGreaterThanOrEqualTo(3);
      }
    }
  }

  /** Aim: dark by choice and dark by the browser are the same. */
  @Test
  void thereIsOneDark() {
    assertThat(palettes().get(1)).isEqualTo(palettes().get(2));
  }

  /** Aim: the sheet loads nothing from anywhere. */
  @Test
  void nothingIsLoaded() {
    assertThat(CSS).doesNotContain("url(", "@import", "@font-face");
  }

  /** Aim: strips and bars have a class for each width and height that there can be. */
  @Test
  void everyWidthHasAClass() {
    for (int days = 1; days <= 90; days++) {
      assertThat(CSS).contains(".d" + days + " {");
    }
    for (int height = 0; height <= 9; height++) {
      assertThat(CSS).contains(".h" + height + " {");
    }
  }
}
