package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import java.util.List;

/** The servers of a token. */
@Json
public record ServersReply(List<ServerReply> servers) {}
