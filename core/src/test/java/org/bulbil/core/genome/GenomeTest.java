package org.bulbil.core.genome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A genome survives its encoding, in older and younger programs too. */
class GenomeTest {

  private static final Genome FOUNDER = Genome.founder("ewr", "vc2-1c-1gb");

  /** Its text is in every living relay's settings: a change here orphans them. */
  @Test
  void theEncodingIsFixed() {
    assertThat(FOUNDER.encode())
        .isEqualTo(
            "1;region=ewr;plan=vc2-1c-1gb;bandwidth=80;reserve=60;credit=160;coinfee=2;lead=7");
    assertThat(FOUNDER.digest()).matches("[0-9a-f]{8}").isEqualTo(FOUNDER.digest());
  }

  @Test
  void everyGenomeSurvivesTheRoundTrip() {
    var random = new Random(6);
    for (int i = 0; i < 1000; i++) {
      var genome = anyGenome(random);
      assertThat(Genome.decode(genome.encode())).as("seed 6, round %d", i).isEqualTo(genome);
      assertThat(genome.encode()).hasSizeLessThan(200);
    }
  }

  private static Genome anyGenome(Random random) {
    var genome = Genome.founder("r" + random.nextInt(20), "p.-_" + random.nextInt(9));
    for (var gene : Gene.values()) {
      genome = genome.with(gene, random.nextInt(gene.min(), gene.max() + 1));
    }
    return genome;
  }

  @Test
  void differentGenomesHaveDifferentDigests() {
    for (var gene : Gene.values()) {
      assertThat(FOUNDER.with(gene, gene.max()).digest()).isNotEqualTo(FOUNDER.digest());
    }
  }

  @Test
  void anOlderReaderIgnoresNewGenesAndAYoungerOneFillsInWhatIsMissing() {
    assertThat(Genome.decode(FOUNDER.encode() + ";colour=blue;endowment=60")).isEqualTo(FOUNDER);
    assertThat(Genome.decode("1;plan=vc2-1c-1gb;region=ewr")).isEqualTo(FOUNDER);
  }

  @Test
  void aNumberBeyondOurBoundsIsBroughtToThem() {
    var decoded = Genome.decode("1;region=ewr;plan=p;reserve=999999999;lead=0");
    assertThat(decoded.reserveDays()).isEqualTo(Gene.RESERVE.max());
    assertThat(decoded.leadDays()).isEqualTo(Gene.LEAD.min());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "2;region=ewr;plan=p",
        "1;region=ewr",
        "1;plan=p",
        "1;region=ewr;plan=p;lead=soon",
        "1;region=ewr;plan=p;lead=-1",
        "1;region=ewr;plan=p;lead=9999999999",
        "1;region=ewr;plan=p;lead=7;lead=8",
        "1;region=ewr;plan=p;lead",
        "1;region=e wr;plan=p",
        "1;region=ewr;plan=p;",
      })
  void refusesWhatIsNoGenome(String text) {
    assertThatThrownBy(() -> Genome.decode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToBeLong() {
    assertThatThrownBy(() -> Genome.decode(FOUNDER.encode() + ";x=" + "y".repeat(600)))
        .hasMessageContaining("at most 512");
  }

  @ParameterizedTest
  @EnumSource(Gene.class)
  void everyGeneIsBounded(Gene gene) {
    assertThat(gene.usual()).isBetween(gene.min(), gene.max());
    assertThat(gene.step()).isPositive().isLessThanOrEqualTo(gene.max() - gene.min());
    assertThatThrownBy(() -> FOUNDER.with(gene, gene.min() - 1)).hasMessageContaining(gene.key());
    assertThatThrownBy(() -> FOUNDER.with(gene, gene.max() + 1)).hasMessageContaining(gene.key());
  }

  @Test
  void aLineageCountsGenerations() {
    var fingerprint = "0123456789ABCDEF0123456789ABCDEF01234567";
    var child = Lineage.FOUNDER.child(fingerprint);
    assertThat(child).isEqualTo(new Lineage(1, Optional.of(fingerprint)));
    assertThatThrownBy(() -> Lineage.FOUNDER.child(fingerprint.toLowerCase(java.util.Locale.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lineage(0, Optional.of(fingerprint)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lineage(2, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
