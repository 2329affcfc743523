package org.bulbil.agent.order;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bulbil.tor.seal.Ed25519;

/** The secret half of a launcher's key, by which he signs orders: a seed of 32 bytes. */
public final class StopSecret {

  /** Bytes of the seed. */
  public static final int BYTES = Ed25519.BYTES;

  private final byte[] seed;

  /** Computed once: it takes some 10 ms. */
  private final StopKey key;

  private StopSecret(byte[] seed) {
    this.seed = seed;
    this.key =
        new StopKey(Base64.getEncoder().encodeToString(Ed25519.publicKey(Ed25519.expand(seed))));
  }

  /** A new one; {@code random} must be one that nobody can guess. */
  public static StopSecret fresh(RandomGenerator random) {
    var seed = new byte[BYTES];
    random.nextBytes(seed);
    return new StopSecret(seed);
  }

  /** Of the bytes that {@link #bytes} gave. */
  public static StopSecret of(byte[] seed) {
    if (seed.length != BYTES) {
      throw new IllegalArgumentException(
          "a secret key for orders has %d bytes, not %d".formatted(BYTES, seed.length));
    }
    return new StopSecret(seed.clone());
  }

  /** To be kept in a file for its owner alone. */
  public byte[] bytes() {
    return seed.clone();
  }

  /** The half that relays are told. */
  public StopKey key() {
    return key;
  }

  public SignedOrder sign(Order order) {
    var signature = Ed25519.sign(order.text().getBytes(StandardCharsets.US_ASCII), seed);
    return new SignedOrder(order, Base64.getEncoder().encodeToString(signature));
  }

  /** The public half; never the secret. */
  @Override
  public String toString() {
    return "secret of " + key;
  }
}
