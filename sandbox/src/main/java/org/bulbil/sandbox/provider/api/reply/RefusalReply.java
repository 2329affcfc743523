package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;

/** A refusal with one reason, for people. */
@Json
public record RefusalReply(String detail) {}
