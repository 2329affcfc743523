package org.bulbil.agent.family;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
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
public final class Nurse implements HttpHandler {

  /** Where it answers. */
  public static final String PATH = "/family/";

  private final RandomGenerator random;
  private final Map<Fingerprint, Sealed> ready = new ConcurrentHashMap<>();

  /** An answer, and the onion key that opens it. */
  private record Sealed(String onionKey, String text) {}

  /**
   * @param random one that nobody can guess
   */
  public Nurse(RandomGenerator random) {
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
    if (declared(child).equals(Optional.of(family))) {
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

  /** The family that a relay both names and proves. */
  static Optional<FamilyId> declared(ServerDescriptor relay) {
    return relay.familyCertificates() == 0
        ? Optional.empty()
        : ContactInfo.read(relay.contact()).heritage().flatMap(Heritage::family);
  }

  private Optional<Sealed> seal(ServerDescriptor child, FamilyKey key) {
    return SealedFamilyKey.seal(key, child.fingerprint(), child.ntorOnionKey(), random)
        .answer()
        .map(closed -> new Sealed(child.ntorOnionKey(), closed.text()));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked = exchange.getRequestURI().getPath().substring(PATH.length());
      var answer =
          exchange.getRequestMethod().equals("GET") ? answer(asked) : Optional.<String>empty();
      var body =
          answer.orElse("Nothing is kept here for that relay.\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Optional<String> answer(String fingerprint) {
    return fingerprint.matches("[0-9A-F]{40}")
        ? Optional.ofNullable(ready.get(new Fingerprint(fingerprint))).map(Sealed::text)
        : Optional.empty();
  }
}
