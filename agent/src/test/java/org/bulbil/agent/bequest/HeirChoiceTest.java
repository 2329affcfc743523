package org.bulbil.agent.bequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** Everybody comes to the same heir, and who comes or goes changes few. */
class HeirChoiceTest {

  private static final List<Kin> FAMILY =
      IntStream.range(0, 40).mapToObj(i -> kin("%040X".formatted(i * 7919))).toList();

  private static Kin kin(String fingerprint) {
    return new Kin(new Fingerprint(fingerprint), Optional.empty(), "", Optional.empty(), "");
  }

  private static Fingerprint heir(Kin of, List<Kin> relatives) {
    return HeirChoice.of(of.fingerprint(), Optional.empty(), relatives).orElseThrow().fingerprint();
  }

  @Test
  void theParentComesFirstWhileItRuns() {
    var child = FAMILY.get(3).fingerprint();
    var parent = FAMILY.get(9);
    assertThat(HeirChoice.of(child, Optional.of(parent.fingerprint()), FAMILY)).contains(parent);
    var without = FAMILY.stream().filter(kin -> !kin.equals(parent)).toList();
    assertThat(HeirChoice.of(child, Optional.of(parent.fingerprint()), without))
        .isPresent()
        .isNotEqualTo(Optional.of(parent));
  }

  @Test
  void nobodyInheritsFromHimselfAndALonelyRelayHasNoHeir() {
    for (var kin : FAMILY) {
      assertThat(heir(kin, FAMILY)).isNotEqualTo(kin.fingerprint());
    }
    var only = FAMILY.getFirst();
    assertThat(HeirChoice.of(only.fingerprint(), Optional.empty(), List.of(only))).isEmpty();
  }

  @Test
  void theOrderInWhichRelativesAreSeenDoesNotMatter() {
    var shuffled = new ArrayList<>(FAMILY);
    Collections.shuffle(shuffled, new Random(20261122));
    for (var kin : FAMILY) {
      assertThat(heir(kin, shuffled)).isEqualTo(heir(kin, FAMILY));
    }
  }

  @Test
  void aRelativeThatLeavesChangesTheHeirOnlyOfThoseWhoseHeirItWas() {
    for (var gone : FAMILY) {
      var left = FAMILY.stream().filter(kin -> !kin.equals(gone)).toList();
      for (var kin : left) {
        if (!heir(kin, FAMILY).equals(gone.fingerprint())) {
          assertThat(heir(kin, left)).isEqualTo(heir(kin, FAMILY));
        }
      }
    }
  }

  @Test
  void theBurdenIsSpread() {
    var heirs = new HashSet<Fingerprint>();
    FAMILY.forEach(kin -> heirs.add(heir(kin, FAMILY)));
    assertThat(heirs).hasSizeGreaterThan(FAMILY.size() / 3);
  }
}
