package org.bulbil.core.lease;

/**
 * A place where a provider has servers.
 *
 * @param slug the provider's name for it, such as {@code ewr}
 * @param name for people, such as {@code New Jersey}
 */
public record Region(String slug, String name) {

  public Region {
    Slugs.check("region", slug);
  }
}
