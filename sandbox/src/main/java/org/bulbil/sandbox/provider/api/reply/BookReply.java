package org.bulbil.sandbox.provider.api.reply;

import io.avaje.jsonb.Json;
import org.bulbil.sandbox.provider.book.Entry;

/**
 * A line of the provider's book, for an observer over HTTP.
 *
 * @param at ISO 8601
 * @param event its kind, such as {@code ToppedUp}
 * @param text the whole event for people, secrets masked
 */
@Json
public record BookReply(long number, String at, String event, String text) {

  public static BookReply of(Entry entry) {
    var event = entry.event();
    return new BookReply(
        entry.number(), entry.at().toString(), event.getClass().getSimpleName(), event.toString());
  }
}
