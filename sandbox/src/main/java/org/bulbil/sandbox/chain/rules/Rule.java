package org.bulbil.sandbox.chain.rules;

import java.util.List;
import java.util.Optional;

/**
 * One thing that must hold for {@code T}.
 *
 * @param <T> what is judged
 */
@FunctionalInterface
interface Rule<T> {

  Optional<Breach> brokenBy(T subject);

  /** The first of {@code rules} that {@code subject} breaks; the later ones are not asked. */
  static <T> Optional<Breach> firstBroken(T subject, List<Rule<T>> rules) {
    return rules.stream().map(rule -> rule.brokenBy(subject)).flatMap(Optional::stream).findFirst();
  }
}
