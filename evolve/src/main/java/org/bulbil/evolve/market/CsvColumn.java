package org.bulbil.evolve.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a CSV file whose first column is the date, one line for each day in order. Other
 * columns are ignored.
 *
 * @param field the column's name in the first line
 * @param decimals places that are kept: the number is multiplied by so many powers of ten
 * @param most the largest believable number
 */
record CsvColumn(String field, int decimals, long most) {

  /** Two hundred years of days are less; a larger file is not what was meant. */
  private static final int BYTES_MAX = 64 << 20;

  /** As many characters as a number can sensibly have; 1e999999999 would take for ever. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private static final String DATE = "date";

  /** The whole column; {@link IllegalArgumentException} names file, line, field and rule. */
  DailySeries read(Path file) {
    var lines = lines(file);
    int column = column(file, lines);
    var values = new int[lines.size()];
    int days = 0;
    var first = LocalDate.MIN;
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank() && i == lines.size() - 1) {
        break;
      }
      var line = new Line(file, i + 1, lines.get(i).split(",", -1));
      var day = line.day();
      first = days == 0 ? day : first;
      line.follows(day, first.plusDays(days));
      values[days++] = line.number(column);
    }
    if (days == 0) {
      throw new IllegalArgumentException(file + ": there is no line with numbers in it");
    }
    return DailySeries.of(first, Arrays.copyOf(values, days));
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new IllegalArgumentException(file + " is larger than " + BYTES_MAX + " bytes");
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + " is not text in UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private int column(Path file, List<String> lines) {
    var names = lines.isEmpty() ? List.<String>of() : List.of(lines.getFirst().strip().split(","));
    if (names.isEmpty() || !names.getFirst().equals(DATE) || !names.contains(field)) {
      throw new IllegalArgumentException(
          "%s, line 1: the columns must begin with '%s' and contain '%s', not '%s'"
              .formatted(file, DATE, field, String.join(",", names)));
    }
    return names.indexOf(field);
  }

  /** One line, which knows how to complain. */
  private final class Line {

    private final Path file;
    private final int number;
    private final String[] cells;

    Line(Path file, int number, String[] cells) {
      this.file = file;
      this.number = number;
      this.cells = cells;
    }

    LocalDate day() {
      try {
        return LocalDate.parse(cells[0].strip());
      } catch (DateTimeParseException e) {
        throw wrong(DATE, "must be a day such as 2019-01-02, not '" + cells[0] + "'", e);
      }
    }

    void follows(LocalDate day, LocalDate expected) {
      if (!day.equals(expected)) {
        var fault = day.isAfter(expected) ? "a gap" : "a day twice, or out of order";
        throw wrong(DATE, "must be %s, not %s: %s".formatted(expected, day, fault), null);
      }
    }

    int number(int column) {
      var text = column < cells.length ? cells[column].strip() : "";
      if (!NUMBER.matcher(text).matches()) {
        throw wrong(field, "must be a number, not '" + text + "'", null);
      }
      var value = new BigDecimal(text);
      if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
        throw wrong(field, "must be above 0 and at most %d, not %s".formatted(most, text), null);
      }
      var scaled = value.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP).intValueExact();
      return Math.max(1, scaled);
    }

    private IllegalArgumentException wrong(String field, String rule, @Nullable Throwable cause) {
      return new IllegalArgumentException(
          "%s, line %d, field %s %s".formatted(file, number, field, rule), cause);
    }
  }
}
