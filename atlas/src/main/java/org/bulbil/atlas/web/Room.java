package org.bulbil.atlas.web;

import java.util.Optional;

/** A part of the site. */
public interface Room {

  /** Empty where this path is not this room's. */
  Optional<Answer> answer(Ask ask);

  /** What a form brought; empty where no form of this room is sent there. */
  default Optional<Answer> take(Form form) {
    return Optional.empty();
  }
}
