package org.bulbil.agent.status;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Where a relay shows itself to visitors. */
public interface Porch extends AutoCloseable {

  /**
   * From now on visitors at {@code where} see this.
   *
   * @param newest drawn only where visitors can come
   */
  void show(InetSocketAddress where, Supplier<Status> newest);

  @Override
  void close();

  /** For a relay that nobody visits. */
  static Porch closed() {
    return new Porch() {
      @Override
      public void show(InetSocketAddress where, Supplier<Status> newest) {}

      @Override
      public void close() {}
    };
  }
}
