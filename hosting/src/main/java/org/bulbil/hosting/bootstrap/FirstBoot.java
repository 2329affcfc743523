package org.bulbil.hosting.bootstrap;

import java.util.Optional;

/**
 * What a server is bought with: what it runs first, and whom it lets in.
 *
 * @param script see {@link UserData#script}
 * @param key whose holder may log in; empty where nobody may
 */
public record FirstBoot(String script, Optional<SshKey> key) {

  /** Of a server that lets nobody in. */
  public FirstBoot(String script) {
    this(script, Optional.empty());
  }

  /** Without the script, which holds a credit token. */
  @Override
  public String toString() {
    return key.map(known -> "a first boot that lets " + known + " in").orElse("a first boot");
  }
}
