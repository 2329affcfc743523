package org.bulbil.atlas.network;

import java.time.Instant;
import java.util.Optional;

/**
 * How a source does.
 *
 * @param name for people, such as {@code onionoo} or a host; no secret
 * @param succeeded when it last answered
 * @param published of what moment its newest answer is
 * @param failed when it last did not
 * @param words about the last failure
 */
public record SourceHealth(
    String name,
    Optional<Instant> succeeded,
    Optional<Instant> published,
    Optional<Instant> failed,
    Optional<String> words) {}
