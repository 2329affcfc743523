package org.bulbil.atlas.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.bulbil.atlas.page.Fact.Bit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFactsTest {

  private static Bit bit(String line) {
    return ContactFacts.of(line).getFirst().bits().getFirst();
  }

  /** Aim: only plain http and https URLs become links. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "url:javascript:alert(1)",
        "url:data:text/html,x",
        "donationurl:https://user@example.invalid/",
        "donationurl:https://example.invalid\\@other.invalid/",
        "donationurl:https://",
        "donationurl:https://ex\u0430mple.invalid/",
        "donationurl:https://example.invalid/\"onmouseover=x",
        "donationurl:ftp://example.invalid/"
      })
  void othersAreNoLinks(String line) {
    assertThat(bit(line)).isInstanceOf(Bit.Plain.class);
  }

  /** Aim: URLs and, as CIISS has it, bare hosts of url lead there. */
  @Test
  void urlsAreLinks() {
    assertThat(bit("donationurl:https://example.invalid/give?a=1&b=2"))
        .isEqualTo(
            new Bit.Outside(
                "https://example.invalid/give?a=1&b=2", "https://example.invalid/give?a=1&b=2"));
    assertThat(bit("url:example.invalid"))
        .isEqualTo(new Bit.Outside("example.invalid", "https://example.invalid"));
  }

  /** Aim: mail is shortened in every field of mail, in whatever form. */
  @Test
  void mailIsShortened() {
    assertThat(bit("email:somebody[]example.invalid"))
        .isEqualTo(new Bit.Plain("so…[]example.invalid"));
    assertThat(bit("xmpp:somebody")).isEqualTo(new Bit.Plain("so…"));
  }
}
