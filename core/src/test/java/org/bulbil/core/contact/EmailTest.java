package org.bulbil.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that mail could be sent to is told from one that only looks like it. */
class EmailTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relay@riseup.net",
        "a.b+tor@mail.example-host.co.uk",
        "x@xn--bcher-kva.xn--p1ai",
        "1_%=-@a.bc"
      })
  void works(String value) {
    var email = new Email(value);
    assertThat(email.looksWorking()).isTrue();
    assertThat(email.masked()).doesNotContain("@");
    assertThat(Email.unmasked(email.masked())).contains(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"you@example.com", "you@mail.EXAMPLE.org", "a@b.invalid", "root@my.localhost"})
  void isWellFormedAndReachesNobody(String value) {
    assertThat(new Email(value).looksWorking()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a@b",
        "@b.net",
        "a@",
        "a@.net",
        "a b@c.net",
        "a@b..net",
        ".a@b.net",
        "a.@b.net",
        "a@b.net hoster:x",
        "a@b.net\n",
        "a\"@b.net",
        "a@@b.net",
        "a@-b.net",
        "a@b.1",
        "ä@b.net"
      })
  void isNone(String value) {
    assertThatThrownBy(() -> new Email(value)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Email.unmasked(value)).isEmpty();
  }
}
