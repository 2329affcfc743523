package org.bulbil.atlas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShelfTest {

  private final AtomicInteger made = new AtomicInteger();
  private final Shelf<byte[]> shelf = new Shelf<>(10_000, bytes -> bytes.length);

  private byte[] get(String key, int size) {
    return shelf.get(
        key,
        () -> {
          made.incrementAndGet();
          return new byte[size];
        });
  }

  /** Aim: what is there is not made again. */
  @Test
  void whatIsThereIsNotMadeAgain() {
    assertThat(get("a", 100)).isSameAs(get("a", 100));
    assertThat(made).hasValue(1);
  }

  /** Aim: memory is bounded, and what was asked for last stays. */
  @Test
  void theOldestGo() {
    get("kept", 1000);
    for (int i = 0; i < 1000; i++) {
      get("other " + i, 1000);
      get("kept", 1000);
      assertThat(shelf.bytes()).isLessThanOrEqualTo(10_000);
    }
    assertThat(made).hasValue(1001);
  }

  /** Aim: what is larger than the shelf is handed out all the same. */
  @Test
  void theLargestIsNotKept() {
    assertThat(get("large", 50_000)).hasSize(50_000);
    assertThat(shelf.bytes()).isZero();
  }
}
