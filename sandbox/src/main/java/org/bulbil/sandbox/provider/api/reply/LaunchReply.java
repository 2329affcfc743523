package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;

/** The answer to a launch: nothing but the name to ask by. */
@Json(naming = Json.Naming.LowerUnderscore)
public record LaunchReply(String machineId) {}
