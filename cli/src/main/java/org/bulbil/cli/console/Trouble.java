package org.bulbil.cli.console;

/** A command that cannot go on; the message says what to do, and is all that is printed. */
public final class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Trouble(String message) {
    super(message);
  }

  /** What a person is told of {@code failure}: its message, or its kind where it has none. */
  public static String inWords(Throwable failure) {
    var message = failure.getMessage();
    return message == null || message.isBlank() ? failure.toString() : message;
  }
}
