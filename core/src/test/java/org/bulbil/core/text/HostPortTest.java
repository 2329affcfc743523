package org.bulbil.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** A host and a port become what every URL can begin with. */
class HostPortTest {

  @Test
  void anIpv6AddressStandsInBrackets() {
    var address = InetAddress.ofLiteral("2001:db8::1");
    assertThat(HostPort.of(new InetSocketAddress(address, 81)))
        .isEqualTo("[2001:db8:0:0:0:0:0:1]:81");
    assertThat(HostPort.http("::1", 82)).hasPort(82).hasHost("[::1]");
    assertThat(HostPort.http(address, 83).resolve("/x"))
        .hasToString("http://[2001:db8:0:0:0:0:0:1]:83/x");
  }

  @Test
  void nothingElseDoes() {
    assertThat(HostPort.of("192.0.2.1", 80)).isEqualTo("192.0.2.1:80");
    assertThat(HostPort.of("example.org", 443)).isEqualTo("example.org:443");
  }
}
