package org.bulbil.sandbox.provider.catalogue;

/**
 * A place with servers.
 *
 * @param slug its name in requests, such as {@code ewr}
 * @param name for people, such as {@code New Jersey}
 * @param backend whose place it is
 */
public record Region(String slug, String name, Backend backend) {}
