package org.bulbil.tor.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bulbil.core.testing.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spoilt directory documents are refused or read in part; they never break a reader. */
class DirectoryNoiseTest {

  private static final int ROUNDS = 1_500;

  private static void spoil(List<String> documents, Consumer<String> reader) {
    var noise = new Noise();
    for (int i = 0; i < ROUNDS; i++) {
      var document = noise.spoilt(documents);
      try {
        reader.accept(document);
      } catch (RuntimeException e) {
        fail(noise.replay() + ", round " + i, e);
      }
    }
  }

  /** Single entries, which a few wounds really change, and the whole. */
  private static List<String> pieces(String name, String begin) throws IOException {
    var whole = Recorded.document(name);
    var pieces = Arrays.stream(whole.split("(?m)(?=^" + begin + " )")).toList();
    return Stream.concat(pieces.stream(), Stream.of(whole)).toList();
  }

  @Test
  @Timeout(120)
  void aConsensus() throws IOException {
    spoil(
        pieces("metrics-lib-2017-07-17-17-00-00-consensus", "r"),
        document ->
            Consensus.parse(document)
                .answer()
                .ifPresent(read -> assertThat(read.relays()).doesNotContainNull()));
  }

  @Test
  @Timeout(120)
  void entriesOfAConsensus() throws IOException {
    spoil(pieces("metrics-lib-2017-07-17-17-00-00-consensus", "r"), RouterStatus::parse);
  }

  @Test
  @Timeout(120)
  void serverDescriptors() throws IOException {
    spoil(
        pieces("metrics-lib-2017-07-17-17-20-00-server-descriptors", "router"),
        document ->
            ServerDescriptors.parse(document)
                .descriptors()
                .forEach(
                    descriptor -> {
                      DescriptorSignature.check(descriptor);
                      ProvenFamilies.of(descriptor);
                      Particulars.of(descriptor);
                    }));
  }

  @Test
  @Timeout(120)
  void extraInfos() throws IOException {
    spoil(pieces("metrics-lib-2017-07-17-17-20-00-extra-infos", "extra-info"), ExtraInfos::parse);
  }
}
