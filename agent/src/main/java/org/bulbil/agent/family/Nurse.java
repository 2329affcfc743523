package org.bulbil.agent.family;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.bulbil.agent.status.KeptText;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.tor.family.FamilyKey;
import org.bulbil.tor.family.SealedFamilyKey;

/**
 * Hands the family key to children, each time sealed to one of them: {@code GET
 * /family/FINGERPRINT}.
 *
 * <p>What it answers was made before, in {@link #lookAfter}: a visitor reads a map and can make
 * nobody work.
 */
public final class Nurse extends KeptText {

  /** Where it answers. */
  public static final String PATH = "/family/";

  private final Belonging belonging;
  private final RandomGenerator random;
  private final Map<Fingerprint, Sealed> ready = new ConcurrentHashMap<>();

  /** An answer, and the onion key that opens it. */
  private record Sealed(String onionKey, String text) {}

  /**
   * @param random one that nobody can guess
   */
  public Nurse(Belonging belonging, RandomGenerator random) {
    super(PATH, "Nothing is kept here for that relay.");
    this.belonging = belonging;
    this.random = random;
  }

  /**
   * Makes an answer ready for each child that does not declare the family yet. It is made once, and
   * again only where the child has changed its onion key.
   *
   * @return children that do not declare the family yet
   */
  public int lookAfter(Set<Fingerprint> children, FamilyKey key, Descriptors directory) {
    ready.keySet().retainAll(children);
    var family = new FamilyId(key.id());
    for (var child : children) {
      directory
          .of(child)
          .answer()
          .flatMap(known -> known)
          .ifPresent(descriptor -> prepare(descriptor, family, key));
    }
    return ready.size();
  }

  private void prepare(ServerDescriptor child, FamilyId family, FamilyKey key) {
    if (belonging.of(child).equals(Optional.of(family))) {
      ready.remove(child.fingerprint());
    } else {
      ready.compute(
          child.fingerprint(),
          (_, known) ->
              known != null && known.onionKey().equals(child.ntorOnionKey())
                  ? known
                  : seal(child, key).orElse(null));
    }
  }

  private Optional<Sealed> seal(ServerDescriptor child, FamilyKey key) {
    return SealedFamilyKey.seal(key, child.fingerprint(), child.ntorOnionKey(), random)
        .answer()
        .map(closed -> new Sealed(child.ntorOnionKey(), closed.text()));
  }

  @Override
  protected Optional<String> text(String fingerprint) {
    return fingerprint.matches("[0-9A-F]{40}")
        ? Optional.ofNullable(ready.get(new Fingerprint(fingerprint))).map(Sealed::text)
        : Optional.empty();
  }
}
