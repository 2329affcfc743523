package org.bulbil.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.bulbil.bitcoin.Network;
import org.bulbil.core.charity.Beneficiary;
import org.bulbil.core.charity.Standing;
import org.junit.jupiter.api.Test;

/**
 * Aim: whoever gets what relays leave was named by a person, or stands in a list with its source.
 */
class BeneficiaryWordsTest {

  private static final String ADDRESS = "bcrt1q6z64a43mjgkcq0ul2znwneq3spghrlau9slefp";

  private final BeneficiaryWords mainnet = new BeneficiaryWords(Network.MAINNET);
  private final BeneficiaryWords regtest = new BeneficiaryWords(Network.REGTEST);

  @Test
  void theBuiltInListNamesSourceAndDayOfEachAndExpires() {
    var list = mainnet.read(List.of("default"));
    assertThat(list).isNotEmpty().isEqualTo(mainnet.standard());
    for (var entry : list) {
      assertThat(entry.source()).startsWith("https://");
      assertThat(entry.on(entry.checked())).isInstanceOf(Standing.Valid.class);
      assertThat(entry.expires()).isBeforeOrEqualTo(entry.checked().plusYears(1));
    }
  }

  @Test
  void theBuiltInListIsOfMainnetOnly() {
    assertThatThrownBy(() -> regtest.read(List.of("default")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take coins of mainnet, not of regtest");
  }

  @Test
  void aPersonMayNameHisOwnBesideIt() {
    var words = "Charity|%s|https://charity.test/|2026-11-01|2027-11-01".formatted(ADDRESS);
    assertThat(regtest.read(List.of(words)))
        .containsExactly(
            new Beneficiary(
                "Charity",
                ADDRESS,
                "https://charity.test/",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 11, 1)));
    assertThatThrownBy(() -> mainnet.read(List.of("default", words))).hasMessageContaining(ADDRESS);
  }

  @Test
  void halfASentenceIsRefusedWithTheForm() {
    assertThatThrownBy(() -> regtest.read(List.of("Charity|" + ADDRESS)))
        .hasMessageContaining("NAME|ADDRESS|PAGE|CHECKED|EXPIRES");
  }
}
