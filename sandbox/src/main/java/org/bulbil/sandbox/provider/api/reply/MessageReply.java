package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.provider.estate.Message;

/** A line of the talk between a customer and the provider; the time is ISO 8601. */
@Json(naming = Json.Naming.LowerUnderscore)
public record MessageReply(String message, String sentAt, String sender) {

  public static MessageReply of(Message message) {
    return new MessageReply(message.text(), message.sent().toString(), message.sender().word());
  }
}
