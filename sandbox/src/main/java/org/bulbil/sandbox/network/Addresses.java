package org.bulbil.sandbox.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where each part of a network listens. */
record Addresses(NetworkSettings settings) {

  static final int AUTHORITIES = 3;
  private static final int EXIT = 4;
  private static final int CLIENT = 5;
  private static final int WEB_THIRD = 1;
  private static final int WEB_FOURTH = 80;
  private static final int WEB_PORT = 18080;

  /** Of authority 1 to 3. */
  InetSocketAddress authorityOr(int number) {
    return settings.loopback().endpoint(number, Authority.OR_PORT);
  }

  InetSocketAddress authorityDir(int number) {
    return settings.loopback().endpoint(number, Authority.DIR_PORT);
  }

  InetSocketAddress exit() {
    return settings.loopback().endpoint(EXIT, Authority.OR_PORT);
  }

  InetSocketAddress socks() {
    return settings.loopback().endpoint(CLIENT, settings.socksPort());
  }

  InetSocketAddress web() {
    return new InetSocketAddress(settings.loopback().address(WEB_THIRD, WEB_FOURTH), WEB_PORT);
  }

  /** One of them where something else listens already, or which this machine does not have. */
  Optional<InetSocketAddress> firstTaken() {
    return Stream.concat(
            IntStream.rangeClosed(1, AUTHORITIES)
                .boxed()
                .flatMap(number -> Stream.of(authorityOr(number), authorityDir(number))),
            Stream.of(exit(), socks(), web()))
        .filter(Addresses::isTaken)
        .findFirst();
  }

  private static boolean isTaken(InetSocketAddress address) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(address);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
