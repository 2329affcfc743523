package org.bulbil.evolve.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A range of numbers, and round ones within it.
 *
 * @param label what it counts, with the unit
 */
record Axis(String label, double least, double most) {

  /** About so many numbers stand on an axis. */
  private static final int NUMBERS = 6;

  Axis {
    if (!(most > least)) {
      throw new IllegalArgumentException(
          "an axis must end above %s, not at %s".formatted(least, most));
    }
  }

  /** An axis on which all of these have room. */
  static Axis around(String label, double least, double most) {
    double span = most > least ? most - least : 1;
    double step = step(span);
    return new Axis(
        label, Math.floor(least / step) * step, Math.ceil((least + span) / step) * step);
  }

  /** The place of a value, 0 to 1. */
  double place(double value) {
    return (value - least) / (most - least);
  }

  List<Double> numbers() {
    double step = step(most - least);
    var numbers = new ArrayList<Double>();
    for (long i = (long) Math.ceil(least / step - 1e-9); i * step <= most + step * 1e-9; i++) {
      numbers.add(i * step);
    }
    return numbers;
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double span) {
    double rough = span / NUMBERS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double mantissa = rough / power;
    if (mantissa > 5) {
      return 10 * power;
    }
    return mantissa > 2 ? 5 * power : mantissa > 1 ? 2 * power : power;
  }

  /** A number in as many digits as tell neighbours apart. */
  String inWords(double number) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step(most - least)) + 1e-9));
    double clean = Math.abs(number) < 1e-12 ? 0 : number;
    return String.format(Locale.ROOT, "%,." + digits + "f", clean);
  }
}
