package org.bulbil.atlas.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Nobody waits for what is made anew, and nothing is made twice. */
class DerivedTest {

  private final AtomicReference<String> source = new AtomicReference<>("a");
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int made;

  private Derived<String, String> derived() {
    return new Derived<>(
        source::get,
        new Derived.Maker<>() {
          @Override
          public boolean holds(String text, String from) {
            return text.startsWith(from);
          }

          @Override
          public String make(String from, Optional<String> former) {
            return from + ++made + former.map(text -> " after " + text).orElse("");
          }
        },
        waiting::add);
  }

  @Test
  void theFirstIsMadeOnce() {
    var derived = derived();

    assertThat(derived.get()).isEqualTo("a1");
    assertThat(derived.get()).isEqualTo("a1");
    assertThat(waiting).isEmpty();
  }

  @Test
  void theFormerIsGivenWhileANewerIsMade() {
    var derived = derived();
    derived.get();
    source.set("b");

    assertThat(derived.get()).isEqualTo("a1");
    assertThat(derived.get()).isEqualTo("a1");
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(derived.get()).isEqualTo("b2 after a1");
    assertThat(waiting).isEmpty();
  }
}
