package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.provider.catalogue.OperatingSystem;

/** What a new server's disk can hold. */
@Json
public record OperatingSystemReply(String name, String slug, String provider) {

  public static OperatingSystemReply of(OperatingSystem system) {
    return new OperatingSystemReply(system.name(), system.slug(), system.backend().slug());
  }
}
