package org.bulbil.sandbox.chain.electrum;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/** What one client wants to be told, and what it was told last. Safe for several threads. */
final class Subscriptions {

  /** Scripts that one client may watch: a wallet of some thousand addresses. */
  private static final int MAX_SCRIPTS = 50_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ScriptHash, Optional<String>> scripts = new HashMap<>();
  private boolean headers;

  void watchHeaders() {
    lock.lock();
    try {
      headers = true;
    } finally {
      lock.unlock();
    }
  }

  boolean wantsHeaders() {
    lock.lock();
    try {
      return headers;
    } finally {
      lock.unlock();
    }
  }

  void watch(ScriptHash script, Optional<String> status) {
    lock.lock();
    try {
      if (scripts.size() >= MAX_SCRIPTS) {
        throw new RpcError(
            RpcError.BAD_REQUEST, "one client may watch " + MAX_SCRIPTS + " scripts, no more");
      }
      scripts.put(script, status);
    } finally {
      lock.unlock();
    }
  }

  boolean unwatch(ScriptHash script) {
    lock.lock();
    try {
      return scripts.remove(script) != null;
    } finally {
      lock.unlock();
    }
  }

  /** Tells {@code listener} each script whose status is another than last time. */
  void changed(ChainView view, BiConsumer<ScriptHash, Optional<String>> listener) {
    lock.lock();
    try {
      scripts.replaceAll(
          (script, before) -> {
            var now = Status.of(view, script);
            if (!now.equals(before)) {
              listener.accept(script, now);
            }
            return now;
          });
    } finally {
      lock.unlock();
    }
  }
}
