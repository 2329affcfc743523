package org.bulbil.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A host and a port become what every URL can begin with. */
class HostPortTest {

  @Test
  void anIpv6AddressStandsInBracketsAndNothingElse() {
    assertThat(HostPort.of("2001:db8::1", 81)).isEqualTo("[2001:db8::1]:81");
    assertThat(HostPort.of("192.0.2.1", 80)).isEqualTo("192.0.2.1:80");
    assertThat(HostPort.of("example.org", 443)).isEqualTo("example.org:443");
  }
}
