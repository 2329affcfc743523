package org.bulbil.tor.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The items of one entry, looked up by keyword; {@link IllegalArgumentException} where missing. */
record Items(List<Item> all) {

  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  static Items of(String entry) {
    return new Items(Item.parse(entry));
  }

  Stream<Item> each(String keyword) {
    return all.stream().filter(item -> item.keyword().equals(keyword));
  }

  Optional<Item> first(String keyword) {
    return each(keyword).findFirst();
  }

  Item required(String keyword) {
    return first(keyword)
        .orElseThrow(() -> new IllegalArgumentException("there is no \"" + keyword + "\" line"));
  }

  /** The arguments of the first such line, or nothing at all. */
  String text(String keyword) {
    return first(keyword).map(Item::arguments).orElse("");
  }

  Instant time(String keyword) {
    return time(required(keyword).words(2), 0);
  }

  /** The date and the time of day at {@code index} and the word after it. */
  static Instant time(List<String> words, int index) {
    return LocalDateTime.parse(words.get(index) + " " + words.get(index + 1), UTC)
        .toInstant(ZoneOffset.UTC);
  }

  /** As {@link #time(List, int)}, empty where those words are no time. */
  static Optional<Instant> timeIfAny(List<String> words, int index) {
    try {
      return Optional.of(time(words, index));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A port number; 0 stands for none. */
  static int port(String word) {
    int port = Integer.parseInt(word);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("not a port: " + word);
    }
    return port;
  }
}
