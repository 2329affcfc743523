package org.bulbil.cli.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.cli.sandbox.Onlooker.Tenant;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test whose steps are the chapters of one story in one world: what was learnt in one is known in
 * the next, and after a failure nothing more is told but what was seen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SmallWorldStory {

  private final Map<String, Address> wallets = new HashMap<>();
  private final Map<String, Fingerprint> fingerprints = new HashMap<>();
  private Optional<SmallWorld> opened = Optional.empty();
  private long gifts;
  private boolean broken;

  @TempDir static Path folder;

  /** Region, comma, hostname of each first relay. */
  abstract List<String> founders();

  /** Says what was seen when a step fails; the later ones could only fail with it. */
  @RegisterExtension
  final TestWatcher confession =
      new TestWatcher() {
        @Override
        public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
          broken = true;
          place().confess();
        }
      };

  final SmallWorld place() {
    return opened.orElseThrow();
  }

  final Onlooker onlooker() {
    return new Onlooker(place());
  }

  final Tenant tenant(String hostname) {
    return onlooker().tenant(hostname);
  }

  /** Where gifts to a relay go, also when it is dead. */
  final Address wallet(String hostname) {
    return Objects.requireNonNull(wallets.get(hostname));
  }

  final Fingerprint fingerprint(String hostname) {
    return Objects.requireNonNull(fingerprints.get(hostname));
  }

  final Saboteur saboteur() {
    return new Saboteur(place());
  }

  /** Notes what a relay says of itself, for the time after its death. */
  final void remember(ServerDescriptor descriptor) {
    var hostname = descriptor.nickname().value();
    wallets.put(hostname, onlooker().wallet(hostname));
    fingerprints.put(hostname, descriptor.fingerprint());
  }

  final Collection<Address> wallets() {
    return wallets.values();
  }

  /** Satoshis that {@link #give} has given. */
  final long given() {
    return gifts;
  }

  final void give(String hostname, long sats) {
    place().give(wallet(hostname), sats);
    gifts += sats;
  }

  @BeforeAll
  void open() throws Exception {
    opened = Optional.of(new SmallWorld(folder, founders()));
  }

  @AfterAll
  void close() {
    opened.ifPresent(SmallWorld::close);
  }

  @BeforeEach
  void stopAfterAFailure() {
    assumeFalse(broken, "an earlier step has failed");
  }
}
