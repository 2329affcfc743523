package org.bulbil.atlas.web;

import java.util.Optional;

/** A part of the site. */
public interface Room {

  /** Empty where this path is not this room's. */
  Optional<Answer> answer(Ask ask);
}
