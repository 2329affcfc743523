package org.bulbil.hosting.lnvps;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SSH host keys that the API names for a machine: who has another one is somebody else.
 *
 * @param lines each a type and a key in base64, as in {@code known_hosts}
 */
record HostKeys(List<String> lines) {

  HostKeys {
    lines = List.copyOf(lines);
  }

  /** Those that are well formed; empty until the machine's first boot was seen. */
  static Optional<HostKeys> of(@Nullable List<Body.HostKey> named) {
    var lines =
        (named == null ? List.<Body.HostKey>of() : named)
            .stream().flatMap(key -> line(key).stream()).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(new HostKeys(lines));
  }

  private static Optional<String> line(Body.@Nullable HostKey key) {
    return key != null
            && key.keyType() != null
            && key.publicKey() != null
            && key.keyType().matches("ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)")
            && key.publicKey().matches("[A-Za-z0-9+/]{32,2000}={0,2}")
        ? Optional.of(key.keyType() + " " + key.publicKey())
        : Optional.empty();
  }

  /** A {@code known_hosts} file for one address. */
  String knownHosts(String address) {
    return lines.stream().map(line -> address + " " + line + "\n").collect(Collectors.joining());
  }

  /** What may be negotiated: only algorithms of the named keys, so that no other key is offered. */
  String algorithms() {
    return lines.stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .map(type -> type.equals("ssh-rsa") ? "rsa-sha2-512,rsa-sha2-256" : type)
        .distinct()
        .collect(Collectors.joining(","));
  }
}
