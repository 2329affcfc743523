package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.provider.catalogue.Region;

/** A place with servers. */
@Json
public record RegionReply(String slug, String name, String provider) {

  public static RegionReply of(Region region) {
    return new RegionReply(region.slug(), region.name(), region.backend().slug());
  }
}
