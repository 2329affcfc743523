package org.bulbil.sandbox.provider.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are dealt in turn and come back last. */
class AddressPoolTest {

  /** All usable addresses of the range, each once, then none; a freed one comes back. */
  @Test
  void dealsEachOnce() throws IOException {
    var pool = AddressPool.of("127.80.0.0/16");
    var dealt = new HashSet<String>();
    for (int count = 0; count < 256 * 254; count++) {
      dealt.add(pool.draw().getHostAddress());
    }
    assertThat(dealt)
        .hasSize(256 * 254)
        .contains("127.80.0.1", "127.80.255.254")
        .doesNotContain("127.80.0.0", "127.80.7.255")
        .allMatch(address -> address.startsWith("127.80."));
    assertThatThrownBy(pool::draw).isInstanceOf(IOException.class).hasMessageContaining("taken");
    pool.free(InetAddress.getByName("127.80.9.9"));
    assertThat(pool.draw().getHostAddress()).isEqualTo("127.80.9.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/16", "127.80.0.0/24", "127.256.0.0/16", "127.80.1.0/16", ""})
  void onlyLoopback(String range) {
    assertThatThrownBy(() -> AddressPool.of(range))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("127.80.0.0/16");
  }
}
