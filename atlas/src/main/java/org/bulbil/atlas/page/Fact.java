package org.bulbil.atlas.page;

import java.util.List;

/**
 * A line of what is known of something.
 *
 * @param name of it
 * @param bits its value, one after the other
 */
public record Fact(String name, List<Bit> bits) {

  public Fact {
    bits = List.copyOf(bits);
  }

  Fact(String name, Bit... bits) {
    this(name, List.of(bits));
  }

  /** With a value in plain words. */
  static Fact of(String name, String words) {
    return new Fact(name, new Bit.Plain(words));
  }

  /** A piece of text. Nothing of it is escaped yet. */
  public sealed interface Bit {

    record Plain(String text) implements Bit {}

    /** An identifier, to be copied. */
    record Code(String text) implements Bit {}

    /** A link to another page of ours. */
    record Inside(String text, String href) implements Bit {}

    /** A link that a stranger wrote: http or https. */
    record Outside(String text, String href) implements Bit {}
  }
}
