package org.bulbil.atlas.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A version of tor or the beginning of one, compared as the protocol does: numbers one by one, then
 * the shorter before the longer, then one without a tag before one with.
 *
 * @param numbers one to four
 * @param tag such as {@code alpha-dev}; empty where there is none
 */
public record DottedVersion(List<Integer> numbers, Optional<String> tag)
    implements Comparable<DottedVersion> {

  private static final int NUMBERS_MAX = 4;

  public DottedVersion {
    numbers = List.copyOf(numbers);
  }

  /** Empty where it is no version: {@code a}, {@code .1}, {@code 0..4}. */
  static Optional<DottedVersion> parse(String text) {
    int hyphen = text.indexOf('-');
    var tag =
        Optional.of(hyphen).filter(at -> at >= 0).map(at -> firstWord(text.substring(at + 1)));
    return numbers(hyphen < 0 ? text : text.substring(0, hyphen))
        .map(numbers -> new DottedVersion(numbers, tag));
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static Optional<List<Integer>> numbers(String dotted) {
    var parts = Arrays.asList(dotted.split("\\.", -1));
    var used = parts.subList(0, Math.min(NUMBERS_MAX, parts.size()));
    var numbers = new ArrayList<Integer>();
    for (var part : used) {
      boolean isTrailingDot =
          part.isEmpty() && !numbers.isEmpty() && numbers.size() == parts.size() - 1;
      if (isTrailingDot) {
        break;
      }
      if (!part.matches("[0-9]{1,9}")) {
        return Optional.empty();
      }
      numbers.add(Integer.valueOf(part));
    }
    return Optional.of(numbers);
  }

  /** Whether one begins with the other; two tags must be equal. */
  boolean sharesPrefix(DottedVersion that) {
    int common = Math.min(numbers.size(), that.numbers.size());
    return numbers.subList(0, common).equals(that.numbers.subList(0, common))
        && (tag.isEmpty() || that.tag.isEmpty() || tag.equals(that.tag));
  }

  @Override
  public int compareTo(DottedVersion that) {
    int common = Math.min(numbers.size(), that.numbers.size());
    for (int i = 0; i < common; i++) {
      int difference = numbers.get(i).compareTo(that.numbers.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    int length = Integer.compare(numbers.size(), that.numbers.size());
    return length != 0 ? length : tag.orElse("").compareTo(that.tag.orElse(""));
  }

  @Override
  public String toString() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."))
        + tag.map(word -> "-" + word).orElse("");
  }
}
