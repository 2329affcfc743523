package org.bulbil.agent.copy;

import java.util.Optional;
import org.bulbil.agent.status.KeptText;

/** The sealed copy of the wallet's words, for whoever asks: {@code GET /backup}. */
public final class ShownCopy extends KeptText {

  /** Where it answers. */
  public static final String PATH = "/backup";

  private final String text;

  public ShownCopy(SealedCopy copy) {
    super(PATH, "There is no such page.");
    this.text = copy.text();
  }

  @Override
  protected Optional<String> text(String rest) {
    return rest.isEmpty() ? Optional.of(text) : Optional.empty();
  }
}
