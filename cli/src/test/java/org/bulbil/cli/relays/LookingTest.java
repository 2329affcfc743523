package org.bulbil.cli.relays;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.bitcoin.store.SqliteFile;
import org.bulbil.cli.CommandLines;
import org.bulbil.core.testing.MachineTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What relays say of themselves is shown, whole, harmless, and with the right exit code. */
class LookingTest {

  private static final String FINGERPRINT = "F8E9F7D30ED7F541FD248945FAA2B593AD5E584D";

  /** Nobody listens there. */
  private static final String SILENT = "http://127.0.0.1:1";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private StatusPage page;

  @BeforeEach
  void open() throws IOException {
    page = new StatusPage();
  }

  @AfterEach
  void close() {
    page.close();
  }

  private int execute(String... words) {
    return CommandLines.execute(out, err, List.of(words));
  }

  @Test
  void statusSaysInWordsHowARelayIs() {
    assertThat(execute("status", page.uri().toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("bulbil7", FINGERPRINT, "runway       30.0 days, until 2026-12-23T06:00:00Z")
        .contains(
            "Rest: rent is paid for 20.0 days", "no child now", "12000 sat", "renewed for 7 days")
        .contains("received 20000 = rent 7000", "can order it to stop")
        .doesNotContain("warning");
  }

  @Test
  void whatNeedsALookIsAWarningAndAnExitCode() {
    page.say(
        StatusPage.status()
            .replace("\"running\":true", "\"running\":false")
            .replace("\"foreign_sat\":0", "\"foreign_sat\":5"));
    assertThat(execute("status", page.uri().toString())).isEqualTo(1);
    assertThat(out.toString()).contains("not Running").contains("5 sat left by a payment");
  }

  @Test
  void theAgentsFolderIsReadAsWellAsItsPage() throws IOException {
    Files.writeString(folder.resolve("status.json"), StatusPage.status());
    assertThat(execute("status", folder.toString())).isZero();
    assertThat(execute("wallet", "show", folder.toString())).isZero();
    assertThat(out.toString()).contains("address   bcrt1qexample", "balance   12000 sat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "explain", "relays"})
  void aSilentRelayIsNamedAndEndsWithOne(String command) {
    assertThat(execute(command, SILENT)).isEqualTo(1);
    assertThat(out.toString() + err).contains("127.0.0.1:1").doesNotContain("\tat ");
  }

  @Test
  void whatIsNoRelayIsATypingError() {
    assertThat(execute("status", "no such place")).isEqualTo(2);
    assertThat(err.toString()).contains("no such place", "http://203.0.113.5:8080");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"hostname\":\"x\"}", "[[[[[[[[[[[[", "<html>"})
  void nonsenseIsNoStatus(String text) {
    page.say(text);
    assertThat(execute("status", page.uri().toString())).isEqualTo(1);
    assertThat(execute("relays", page.uri().toString())).isEqualTo(1);
    assertThat(err.toString()).doesNotContain("NullPointer");
  }

  @Test
  void aStrangersWordsCannotCommandTheTerminal() {
    page.say(StatusPage.status().replace("bulbil7", "evil\\u001b[2J\\u0007"));
    execute("status", page.uri().toString());
    execute("relays", page.uri().toString());
    execute("relays", "--json", page.uri().toString());
    assertThat(out.toString()).contains("evil?").doesNotContain("\u001b").doesNotContain("\u0007");
  }

  @Test
  void theTableHasAllRelaysAlsoThoseThatDoNotAnswer() {
    assertThat(execute("relays", page.uri().toString(), SILENT)).isEqualTo(1);
    assertThat(out.toString().lines().toList()).hasSize(3);
    assertThat(out.toString())
        .contains("bulbil7", FINGERPRINT, "2026-12-23", "12,000 sat", "bcrt1qexample", SILENT);
  }

  @Test
  void aLaunchFolderNamesItsRelays() throws IOException {
    Files.writeString(
        folder.resolve("relays.json"),
        """
        {"format":1,"provider":"p","family":"x","relays":[
          {"name":"bulbil7","region":"r","plan":"p","state":"running","page":"%s","words":""},
          {"name":"bulbil8","region":"r","plan":"p","state":"planned","words":""}]}
        """
            .formatted(page.uri()));
    assertThat(execute("relays", "--json", folder.toString())).as(err.toString()).isZero();
    assertThat(out.toString().lines().toList()).hasSize(1);
    assertThat(out.toString())
        .contains("\"name\":\"bulbil7\"", "\"balance_sat\":12000", "\"runway_days\":30.0");
  }

  @Test
  void withoutAnyRelayItSaysWhatCanBeNamed() {
    assertThat(execute("relays")).isEqualTo(1);
    assertThat(err.toString()).contains("--directory");
  }

  @Test
  void aRemoteRelayExplainsItself() {
    assertThat(execute("explain", "--since", "365d", page.uri().toString())).isZero();
    assertThat(out.toString())
        .contains("bulbil7 now: Rest", "because    rent is paid", "60 days are kept")
        .containsSubsequence("TopUp: the lease ends", "renewed for 7 days")
        .doesNotContain("long ago");
  }

  /** Its agent runs, and goes on writing. */
  @Test
  void aJournalIsReadBesideItsAgent() {
    var file = new SqliteFile(folder.resolve("journal.db"));
    try (var journal = Journal.open(file, new MachineTime())) {
      journal.note(Entry.Kind.DECISION, "Rest: nothing is to be done");
      assertThat(execute("explain", "--json", folder.toString())).as(err.toString()).isZero();
      journal.note(Entry.Kind.GIFT, "and it goes on");
      assertThat(execute("explain", folder.toString())).isZero();
    }
    assertThat(execute("explain", folder.toString())).as("after its end").isZero();
    assertThat(out.toString()).contains("nothing is to be done", "and it goes on");
  }

  @Test
  void runwayIsADateAlsoWhereADayIsAMinute() throws IOException {
    page.say(StatusPage.status().replace("2026-12-03T06:00:00Z", "2026-11-23T06:10:00Z"));
    execute("status", page.uri().toString());
    assertThat(out.toString()).contains("until " + Instant.parse("2026-11-23T06:30:00Z"));
  }
}
