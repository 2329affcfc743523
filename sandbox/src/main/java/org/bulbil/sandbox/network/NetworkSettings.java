package org.bulbil.sandbox.network;

import java.nio.file.Path;
import org.bulbil.tor.process.TorBinary;

/**
 * Where and how a sandbox network runs.
 *
 * @param folder of its work; the authorities' keys in it are used again
 * @param loopback its addresses: authorities at .0.1 to .0.3, exit .0.4, client .0.5, web .1.80
 * @param pace of its votes
 * @param socksPort of the client
 * @param tor the program
 */
public record NetworkSettings(
    Path folder, Loopback loopback, Pace pace, int socksPort, TorBinary tor) {

  public static final int USUAL_SOCKS_PORT = 9050;

  /** The usual ones in {@code folder}: 127.77.0.0/16, a vote in 20 s, SOCKS on 9050. */
  public static NetworkSettings usual(Path folder, TorBinary tor) {
    return new NetworkSettings(
        folder.toAbsolutePath(), new Loopback(77), Pace.USUAL, USUAL_SOCKS_PORT, tor);
  }

  public NetworkSettings with(Loopback other) {
    return new NetworkSettings(folder, other, pace, socksPort, tor);
  }

  public NetworkSettings with(Pace other) {
    return new NetworkSettings(folder, loopback, other, socksPort, tor);
  }

  public NetworkSettings withSocksPort(int port) {
    return new NetworkSettings(folder, loopback, pace, port, tor);
  }
}
