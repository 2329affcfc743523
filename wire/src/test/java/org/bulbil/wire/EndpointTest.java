package org.bulbil.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** A place of whichever family becomes what programs read. */
class EndpointTest {

  @Test
  void anIpv6AddressStandsInBrackets() {
    var address = InetAddress.ofLiteral("2001:db8::1");
    assertThat(Endpoint.text(new InetSocketAddress(address, 81)))
        .isEqualTo("[2001:db8:0:0:0:0:0:1]:81");
    assertThat(Endpoint.http("::1", 82)).hasPort(82).hasHost("[::1]");
    assertThat(Endpoint.http(address, 83).resolve("/x"))
        .hasToString("http://[2001:db8:0:0:0:0:0:1]:83/x");
  }
}
