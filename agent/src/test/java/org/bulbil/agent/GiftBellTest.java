package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.ledger.Gift;
import org.bulbil.bitcoin.testing.SimulatedDisk;
import org.bulbil.bitcoin.testing.TestingTime;
import org.bulbil.bitcoin.wallet.WalletView;
import org.bulbil.core.money.Sats;
import org.bulbil.core.testing.MemoryFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each gift is told once, also where a wallet has had more than it shows. */
class GiftBellTest {

  /** As many as a view holds. */
  private static final int SHOWN = 1000;

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private Journal journal;
  private GiftBell bell;

  @BeforeEach
  void open() {
    journal = Journal.open(new SimulatedDisk().file("journal.db"), new TestingTime());
    bell = new GiftBell(journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aGiftIsToldOnce() {
    bell.ring(afterGifts(1));
    bell.ring(afterGifts(1));
    bell.ring(afterGifts(2));
    assertThat(told(9)).containsExactly("2 sat in block 2", "1 sat in block 1");
  }

  @Test
  void theThousandthGiftIsNotTheLastThatIsTold() {
    bell.ring(afterGifts(SHOWN));
    bell.ring(afterGifts(SHOWN + 2));
    assertThat(told(3))
        .containsExactly(
            "1002 sat in block 1002", "1001 sat in block 1001", "1000 sat in block 1000");
  }

  @Test
  void ofMoreNewGiftsThanAreShownTheNewestAreTold() {
    bell.ring(afterGifts(2 * SHOWN));
    assertThat(told(2 * SHOWN)).hasSize(SHOWN).last().isEqualTo("1001 sat in block 1001");
  }

  @Test
  void aGiftThatAReorganisationTookAwayIsToldAgainWhenItIsProvenAgain() {
    bell.ring(afterGifts(2));
    bell.ring(afterGifts(1));
    bell.ring(afterGifts(2));
    assertThat(told(9)).containsExactly("2 sat in block 2", "2 sat in block 2", "1 sat in block 1");
  }

  private List<String> told(int count) {
    return journal.newest(count).stream().map(Entry::words).toList();
  }

  /** The gift with number n is of n satoshis, in block n. */
  private static WalletView afterGifts(int count) {
    var shown =
        IntStream.rangeClosed(Math.max(1, count - SHOWN + 1), count)
            .mapToObj(GiftBellTest::gift)
            .toList();
    return GiftViews.of(shown, count);
  }

  private static Gift gift(int number) {
    return new Gift(
        new TxId("%064x".formatted(number)),
        Sats.of(number),
        number,
        Instant.ofEpochSecond(number));
  }
}
