package org.bulbil.hosting.json;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error.
 *
 * @param detail SporeStack's word for the reason, of any shape
 * @param error LNVPS's word for it
 */
@Json
record Refusal(@Nullable Object detail, @Nullable Object error) {

  @Nullable Object reason() {
    return detail == null ? error : detail;
  }
}
