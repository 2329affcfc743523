package org.bulbil.evolve.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bulbil.core.money.FeeRate;
import org.bulbil.core.money.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

  @Test
  void saysWhatIsDifferentFromItsBase() {
    // Aim: a file changes what it names, and nothing else.
    var read =
        ScenarioFile.parse(
            "mine.toml",
            """
            base = "plenty"
            name = "mine"
            [giving]
            loyalty = 0
            median_cents = 250
            [bitcoin]
            price_dollars = 60_000
            fee_sat_vb = 2.5
            [[shock]]
            kind = "drought"
            day = 400
            share = 0.5
            """);
    var base = Scenarios.plenty();
    assertThat(read.name()).isEqualTo("mine");
    assertThat(read.founders()).isEqualTo(base.founders());
    assertThat(read.rental()).isEqualTo(base.rental());
    assertThat(read.giving().loyalty()).isZero();
    assertThat(read.giving().sizes()).isEqualTo(new Sizes.LogNormal(250, 1.2, 10_000));
    assertThat(read.price()).isEqualTo(Rate.ofDollars(60_000));
    assertThat(read.fee()).isEqualTo(new FeeRate(2500));
    assertThat(read.shocks()).containsExactly(new Shock.Drought(400, 120, 0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          giving.loyalty = 1.4          | line 1: giving.loyalty must be 0 to 1, not 1.4
          giving.loyalti = 0.4          | line 1: giving.loyalti is not known; did you mean 'loyalty'?
          givng.loyalty = 0.4           | line 1: givng is not known; did you mean 'giving'?
          founders.count = 0            | line 1: founders.count must be 1 to 100000000, not 0
          founders.count = 'many'       | line 1: founders.count must be a whole number, not many
          rental.death_per_day = -1     | line 1: rental.death_per_day must be 0 to 1, not -1
          bitcoin.fee_sat_vb = 0        | fee_sat_vb must be 0.001 to 10000, not 0
          base = 'plentty'              | line 1: base must be one of
          shock = [{kind = 'flood'}]    | kind of a shock must be ban, drought
          place = [{region = 'here'}]   | provider
          giving = 3                    | line 1: giving must be a table, not 3
          name =                        | line 1
          place = 3                     | line 1: place must be tables, each under [[place]]
          """)
  void refusesWhatCannotBe(String line, String fault) {
    // Aim: a bad file names line, field and rule.
    assertThatThrownBy(() -> ScenarioFile.parse("mine.toml", line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("mine.toml has ")
        .hasMessageContaining(fault);
  }

  @Test
  void faultsWithinTablesHaveTheirLines() {
    // Aim: also what is missing, and what only another table makes wrong.
    assertThatThrownBy(
            () ->
                ScenarioFile.parse(
                    "mine.toml",
                    """
                    [[place]]
                    region = "north"
                    provider = "one"
                    [[place]]
                    provider = "X Y"
                    [[shock]]
                    kind = "ban"
                    provider = "nobody"
                    [[shock]]
                    day = 3
                    """))
        .hasMessageStartingWith("mine.toml has 4 faults")
        .hasMessageContaining("line 4: place.region is missing")
        .hasMessageContaining("line 5: place.provider is not the name of a provider")
        .hasMessageContaining("line 8: ban.provider must be the provider of a place")
        .hasMessageContaining("line 9: kind of a shock must be ban, drought");
  }

  @Test
  void saysWhatIsNoText(@TempDir Path folder) throws IOException {
    // Aim: a picture or a program is not taken for a broken disk.
    var file = Files.write(folder.resolve("x.toml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> ScenarioFile.read(file)).hasMessageContaining("not a text in UTF-8");
  }

  @Test
  void saysThatThereIsNoFile() {
    // Aim: a wrong path is not a stack trace.
    assertThatThrownBy(() -> ScenarioFile.read(Path.of("no-such.toml")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such.toml");
  }
}
