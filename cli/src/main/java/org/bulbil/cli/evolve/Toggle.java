package org.bulbil.cli.evolve;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A rule of the world that can be left out. */
enum Toggle {
  ON,
  OFF;

  /** Reads {@code on} and {@code off}. */
  static final class Reader implements ITypeConverter<Toggle> {
    @Override
    public Toggle convert(String text) {
      return switch (text) {
        case "on" -> ON;
        case "off" -> OFF;
        default -> throw new TypeConversionException("it is on or off, not '" + text + "'");
      };
    }
  }
}
