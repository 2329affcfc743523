package org.bulbil.core.charity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The first valid beneficiary is chosen, by its own dates and the deny-list. */
class BeneficiariesTest {

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 22);
  private static final String LOST = "1PFH8NPWu2g6TdRQsirTPGpbnPBhkzQMvM";

  private static Beneficiary charity(String name, String address, LocalDate expires) {
    return new Beneficiary(name, address, "https://charity.test/give", CHECKED, expires);
  }

  private static final Beneficiary FIRST = charity("First", "bc1first", CHECKED.plusDays(10));
  private static final Beneficiary SECOND = charity("Second", "bc1second", CHECKED.plusDays(20));
  private static final Beneficiaries BOTH = Beneficiaries.of(FIRST, SECOND);

  @Test
  void theFirstGetsItUntilTheEndOfItsLastDay() {
    assertThat(BOTH.firstValid(Instant.parse("2026-12-02T23:59:59Z"))).contains(FIRST);
    assertThat(BOTH.firstValid(Instant.parse("2026-12-03T00:00:00Z"))).contains(SECOND);
    assertThat(BOTH.firstValid(Instant.parse("2026-12-13T00:00:00Z"))).isEmpty();
    assertThat(BOTH.lastDay()).isEqualTo(CHECKED.plusDays(20));
  }

  @Test
  void aDeniedOneIsPassedOverForItsReason() {
    var noiseTor = charity("NoiseTor", LOST, CHECKED.plusYears(1));
    var now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(Beneficiaries.of(noiseTor, SECOND).firstValid(now)).contains(SECOND);
    assertThat(Beneficiaries.of(noiseTor).firstValid(now)).isEmpty();
    assertThat(noiseTor.on(CHECKED).words()).contains("denied", "key is believed lost");
    assertThat(Denial.of(" " + LOST + "\n").orElseThrow().words()).contains(LOST, "NoiseTor");
    assertThat(Denial.of("1PFH8NPWu2g6TdRQsirTPGpbnPBhkzQMvN")).isEmpty();
  }

  @Test
  void datesThatCannotBeRightAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> charity("x", "y", CHECKED.minusDays(1)))
        .withMessageContaining("2026-11-21");
    assertThatIllegalArgumentException().isThrownBy(() -> charity("x", "y", CHECKED.plusYears(11)));
  }

  @Test
  void aSourceIsAWebPage() {
    for (var source : new String[] {"", "charity.test", "javascript:alert(1)", "https://a b"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Beneficiary("x", "y", source, CHECKED, CHECKED))
          .withMessageContaining("a source is");
    }
  }

  @Test
  void aListHasBoundsAndNobodyTwice() {
    assertThatIllegalArgumentException().isThrownBy(Beneficiaries::of);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Beneficiaries.of(FIRST, SECOND, FIRST))
        .withMessageContaining("First (bc1first) is named twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Beneficiaries(Collections.nCopies(9, FIRST)))
        .withMessageContaining("1 to 8");
  }
}
