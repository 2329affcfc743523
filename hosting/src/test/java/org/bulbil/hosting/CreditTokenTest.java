package org.bulbil.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bulbil.core.lease.Hostname;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret does not print, also when it is wrong. */
class CreditTokenTest {

  @Test
  void printsNothingOfItself() {
    assertThat(new CreditToken("ss_t_abcdefgh")).hasToString("credit token …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "ss_t_abc/../admin", "ss_t_abc def", "ss_t_abc\n12345"})
  void refusesWhatCouldLeaveAPathWithoutRepeatingIt(String value) {
    assertThatThrownBy(() -> new CreditToken(value))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("ss_t_abc");
  }

  @Test
  void anOrderDoesNotPrintItsUserData() {
    var order = new ServerOrder(new Hostname("relay1"), "p", "r", 1, "token = sekret");
    assertThat(order.toString()).doesNotContain("sekret").contains("relay1");
  }
}
