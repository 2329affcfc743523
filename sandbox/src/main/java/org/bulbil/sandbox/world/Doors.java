package org.bulbil.sandbox.world;

/**
 * The ports of the sandbox's services on 127.0.0.1; 0 takes any free one.
 *
 * @param provider its API
 * @param esplora the chain over HTTP
 * @param secondEsplora the same chain once more, as an upstream that must agree
 * @param electrum the chain over the Electrum protocol
 */
public record Doors(int provider, int esplora, int secondEsplora, int electrum) {

  private static final int MAX = 65_535;

  /** Next to each other, and not among those that systems give away by themselves. */
  public static final Doors USUAL = new Doors(18_400, 18_401, 18_402, 18_403);

  public Doors {
    check(provider);
    check(esplora);
    check(secondEsplora);
    check(electrum);
  }

  private static void check(int port) {
    if (port < 0 || port > MAX) {
      throw new IllegalArgumentException("a port is 1 to 65535, or 0 for any free: " + port);
    }
  }
}
