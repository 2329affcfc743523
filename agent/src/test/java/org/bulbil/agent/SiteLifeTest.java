package org.bulbil.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.bulbil.agent.TestingLife.Begun;
import org.bulbil.agent.birth.Birth;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.agent.site.Content;
import org.bulbil.agent.site.ContentShelf;
import org.bulbil.agent.site.NginxSettings;
import org.bulbil.agent.site.Packing;
import org.bulbil.agent.site.SiteWorkload;
import org.bulbil.agent.site.SiteWorkload.Outside;
import org.bulbil.agent.site.WebServer;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Decision;
import org.bulbil.core.testing.MemoryFolder;
import org.bulbil.core.time.Time;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.bulbil.naming.testing.TestingNameRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of a site pays its rent as a relay does, and plants copies by need and not by means. */
class SiteLifeTest {

  private static final Duration DAY = Duration.ofDays(1);

  /** Of some 100 days of rent, at the price of these tests. */
  private static final long A_HUNDRED_DAYS = 40_000;

  private static final TsigKey KEY =
      new TsigKey(
          "k", TsigKey.Algorithm.HMAC_SHA256, "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private final TestingNameRecords records = new TestingNameRecords();
  private Content content;

  @BeforeEach
  void pack() throws IOException {
    var source = Files.createDirectories(folder.resolve("source"));
    Files.writeString(source.resolve("index.html"), "<p>hello");
    var archive = folder.resolve("archive.zip");
    content = Packing.pack(source, archive).answer().orElseThrow();
    new ContentShelf(content, folder.resolve("site").resolve("content")).fill(archive);
  }

  private TestingLife life(int copies) {
    return TestingLife.of(
        TestingLife.memory(folder), 14, (_, relay, time) -> site(relay, time, copies));
  }

  private Begun site(Settings relay, Time time, int copies) {
    var name = new DomainName("example.org");
    var entry = new NameEntry(name, name, Duration.ofMinutes(1));
    var site =
        new SiteSettings(
            entry,
            NameServer.parse("127.0.0.1"),
            KEY,
            copies,
            8090,
            "nginx",
            content.hash(),
            content.bytes());
    var settings = relay.withSite(site);
    var outside = new Outside(records, _ -> true, new PaperWebServer());
    return new Begun(
        settings,
        (journal, wallet) ->
            new SiteWorkload(
                settings,
                folder.resolve("site"),
                TestingLife.memory(folder).tor(),
                outside,
                journal,
                wallet,
                new Unhurried(time),
                new Random(2)));
  }

  private static final class PaperWebServer implements WebServer {
    @Override
    public Outcome<ProcessHandle> keep(NginxSettings settings) {
      return Outcome.done(ProcessHandle.current());
    }

    @Override
    public void rest() {}
  }

  /** The name's own thread waits really, and does not turn the clock of a test. */
  private record Unhurried(Time time) implements Time {
    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      Thread.sleep(20);
    }
  }

  @Test
  void giftsBecomeRent() {
    try (var life = life(1)) {
      life.give(A_HUNDRED_DAYS);
      life.live(DAY);
      assertThat(life.credit()).isGreaterThan(Cents.dollars(10));
      assertThat(life.page().work().kind()).isEqualTo("site");
      assertThat(life.page().relay().running()).isTrue();
      assertThat(life.page().account().differenceSat()).isZero();
    }
  }

  @Test
  void theOnlyCopyThatIsWantedPlantsNoneHoweverRichItIs() {
    try (var life = life(1)) {
      life.give(5 * A_HUNDRED_DAYS);
      life.live(DAY.multipliedBy(10));
      assertThat(life.household().nursery().book().all()).isEmpty();
      assertThat(life.page().reserve().children()).contains("as many live as are wanted");
    }
  }

  @Test
  void aMissingCopyIsPlantedInTheOtherRegion() {
    try (var life = life(2)) {
      life.give(2 * A_HUNDRED_DAYS);
      life.live(DAY.multipliedBy(2));
      assertThat(life.household().nursery().book().all())
          .singleElement()
          .satisfies(
              birth -> {
                assertThat(birth.genome().region()).isEqualTo("ams");
                assertThat(birth.state()).isEqualTo(Birth.State.LAUNCHED);
              });
    }
  }

  /** The own rent comes first. */
  @Test
  void aMissingCopyIsNotPlantedOutOfTheOwnRent() {
    try (var life = life(2)) {
      life.give(A_HUNDRED_DAYS / 4);
      life.live(DAY.multipliedBy(3));
      assertThat(life.household().nursery().book().all()).isEmpty();
      assertThat(life.decision()).isNotInstanceOf(Decision.Propagate.class);
    }
  }

  @Test
  void whileTheNameserverIsSilentNoneIsPlanted() {
    records.fail(Outcome.unknown("no nameserver"));
    try (var life = life(2)) {
      life.give(2 * A_HUNDRED_DAYS);
      life.live(DAY.multipliedBy(2));
      assertThat(life.household().nursery().book().all()).isEmpty();
      records.recover();
      life.live(DAY);
      assertThat(life.household().nursery().book().all()).hasSize(1);
    }
  }
}
