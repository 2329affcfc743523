package org.bulbil.sandbox.provider.trouble;

/** One way in which a request can end badly. */
public sealed interface Trouble {

  /**
   * The request is refused and nothing is done.
   *
   * @param status 400 to 599, such as 402, 422, 429 or 503
   * @param detail what the answer's body says
   */
  record Refuse(int status, String detail) implements Trouble {
    public Refuse {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("a refusal has a status of 400 to 599, not " + status);
      }
    }
  }

  /** The request is done, but the answer, with status 200, is no JSON. */
  record Gibberish() implements Trouble {}

  /** Nothing is done and no answer comes, until the customer hangs up. */
  record Silence() implements Trouble {}

  /** The request is done, but the connection breaks before the answer. */
  record LoseAnswer() implements Trouble {}
}
