package org.bulbil.sandbox.provider.estate;

import java.util.Optional;
import org.bulbil.sandbox.provider.catalogue.Backend;

/**
 * What a customer asks for in a launch.
 *
 * @param region empty for any
 * @param days 1 to 90; empty for what autorenewal keeps
 * @param hostname may be empty, need not be unique
 * @param userData as sent, in the encoding of the backend
 */
public record Order(
    Backend backend,
    String flavor,
    String operatingSystem,
    Optional<String> region,
    Optional<Integer> days,
    boolean autorenew,
    String hostname,
    Optional<String> userData) {}
