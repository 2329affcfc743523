package org.bulbil.sandbox.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The loopback addresses of one sandbox, 127.{@code block}.0.0/16: each stands for a machine, and
 * nothing has to be configured for them on Linux.
 *
 * @param block 1 to 255; 0 is left to everybody's 127.0.0.1
 */
public record Loopback(int block) {

  public Loopback {
    if (block < 1 || block > 255) {
      throw new IllegalArgumentException("a block of loopback addresses is 1 to 255, not " + block);
    }
  }

  /** 127.{@code block}.{@code third}.{@code fourth}. */
  public InetAddress address(int third, int fourth) {
    return InetAddress.ofLiteral("127.%d.%d.%d".formatted(block, third, fourth));
  }

  InetSocketAddress endpoint(int fourth, int port) {
    return new InetSocketAddress(address(0, fourth), port);
  }
}
