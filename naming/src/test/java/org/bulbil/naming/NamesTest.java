package org.bulbil.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people write of names, nameservers and keys is read as they mean it, or refused in words.
 */
class NamesTest {

  private static final String SECRET = "c2VjcmV0IG9mIHRoaXJ0eSB0d28gYnl0ZXMsIHNheSE=";

  @Test
  void namesAreComparedWithoutCapitalsAndLastDot() {
    assertThat(new DomainName("WWW.Example.org.")).isEqualTo(new DomainName("www.example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "a..b", "-a.b", "a-.b", "ä.org", "a b.org", "a.b\n", "*.a.org"})
  void whatIsNoNameIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(text));
  }

  @Test
  void aNameOfMoreThan253CharactersIsRefused() {
    var long254 = "a".repeat(63) + ("." + "b".repeat(62)).repeat(3) + ".c";
    assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(long254));
  }

  @Test
  void aNameIsWithinItsZoneAndNoOther() {
    var zone = new DomainName("example.org");
    assertThat(new DomainName("www.example.org").isWithin(zone)).isTrue();
    assertThat(zone.isWithin(zone)).isTrue();
    assertThat(new DomainName("badexample.org").isWithin(zone)).isFalse();
  }

  @Test
  void nameserversAreReadWithAndWithoutPort() {
    assertThat(NameServer.parse("ns1.example.org"))
        .isEqualTo(new NameServer("ns1.example.org", 53));
    assertThat(NameServer.parse("192.0.2.1:5353")).isEqualTo(new NameServer("192.0.2.1", 5353));
    assertThat(NameServer.parse("[2001:db8::1]")).isEqualTo(new NameServer("2001:db8::1", 53));
    assertThat(NameServer.parse("[2001:db8::1]:5353")).hasToString("[2001:db8::1]:5353");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a:0", "a:70000", "2001:db8::1", "a/b", "a b"})
  void whatIsNoNameserverIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> NameServer.parse(text));
  }

  @Test
  void aKeyFileIsReadAsItWasWritten() {
    var key = new TsigKey("site-key", TsigKey.Algorithm.HMAC_SHA512, SECRET);
    assertThat(TsigKey.parse(key.file())).isEqualTo(key);
  }

  @Test
  void aKeyShowsItsSecretToNobody() {
    var key = new TsigKey("site-key", TsigKey.Algorithm.HMAC_SHA256, SECRET);
    assertThat(key).hasToString("key site-key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TsigKey.parse("site-key:" + SECRET))
        .withMessageContaining("tsig-keygen")
        .withMessageNotContaining(SECRET);
  }

  @Test
  void aSecretMustBeLongAndInBase64() {
    var algorithm = TsigKey.Algorithm.HMAC_SHA256;
    assertThatIllegalArgumentException().isThrownBy(() -> new TsigKey("k", algorithm, "c2hvcnQ="));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TsigKey("k", algorithm, "!" + SECRET));
    assertThatIllegalArgumentException().isThrownBy(() -> new TsigKey("k k", algorithm, SECRET));
  }

  @Test
  void anAlgorithmThatIsBrokenIsNoAlgorithm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TsigKey.Algorithm.parse("hmac-md5"))
        .withMessageContaining("hmac-sha256");
  }

  @Test
  void anAddressIsRememberedForASecondToADay() {
    var name = new DomainName("a.test");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NameEntry(name, name, Duration.ofMillis(500)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NameEntry(name, name, Duration.ofDays(2)));
  }
}
