package org.bulbil.sandbox.provider.catalogue;

/**
 * What a new server's disk holds.
 *
 * @param slug its name in requests, such as {@code debian-12}
 * @param name for people
 * @param backend who offers it
 */
public record OperatingSystem(String slug, String name, Backend backend) {}
