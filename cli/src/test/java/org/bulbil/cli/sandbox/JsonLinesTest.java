package org.bulbil.cli.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.book.InvoiceId;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Account;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.Harm;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.witness.LifeEvent.Kind;
import org.bulbil.sandbox.witness.Loss;
import org.bulbil.sandbox.witness.Loss.Cause;
import org.bulbil.sandbox.witness.Relay;
import org.bulbil.sandbox.witness.Statement;
import org.bulbil.tor.Fingerprint;
import org.junit.jupiter.api.Test;

/** The lines that people script against, character by character. */
final class JsonLinesTest {

  private final ByteArrayOutputStream scripts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream people = new ByteArrayOutputStream();
  private final JsonLines show =
      new JsonLines(new PrintStream(scripts, true, UTF_8), new PrintStream(people, true, UTF_8));

  private static Relay relay(Optional<Fingerprint> fingerprint) {
    return new Relay(
        new MachineId("m"),
        Token.NOBODY,
        "bulbilewr1",
        "ewr",
        2,
        Optional.of("parent"),
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        fingerprint,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void happened(Kind kind, Optional<Fingerprint> fingerprint, Optional<Sats> moved) {
    show.happened(new LifeEvent(kind, Instant.EPOCH, relay(fingerprint), moved));
  }

  @Test
  void ready() {
    show.ready(28, Duration.ofMillis(34_630));
    assertThat(scripts).hasToString("{\"event\":\"ready\",\"seconds\":34.63,\"relays\":28}\n");
  }

  @Test
  void aBirthHasANameAndNoMoney() {
    happened(Kind.BORN, Optional.empty(), Optional.empty());
    assertThat(scripts)
        .hasToString(
            "{\"event\":\"born\",\"relay\":\"bulbilewr1\",\"region\":\"ewr\",\"generation\":2}\n");
  }

  @Test
  void aPurchaseHasAFingerprintAndMoney() {
    happened(
        Kind.BOUGHT_CREDIT,
        Optional.of(new Fingerprint("A".repeat(40))),
        Optional.of(Sats.of(5000)));
    assertThat(scripts)
        .hasToString(
            "{\"event\":\"bought-credit\",\"relay\":\"%s\",\"region\":\"ewr\",\"generation\":2,\"sat\":5000}\n"
                .formatted("A".repeat(40)));
  }

  @Test
  void theAccountIsTheLastLine() {
    var statement =
        new Statement(Sats.of(21), Sats.of(1), Sats.of(2), Sats.of(3), Sats.of(5), Sats.of(10));
    var account = new Account(relay(Optional.empty()), statement);
    show.account(new Audit(List.of(account), List.of()));
    assertThat(scripts)
        .hasToString(
            "{\"event\":\"account\",\"received_sat\":21,\"rent_sat\":1,\"fees_sat\":2,\"given_sat\":3,"
                + "\"held_sat\":5,\"lost_sat\":10,\"difference_sat\":0}\n");
  }

  @Test
  void aKillNamesItsVictim() {
    show.struck(new Strike.Agent(relay(Optional.of(new Fingerprint("A".repeat(40))))));
    show.struck(new Strike.Tor(relay(Optional.empty())));
    show.struck(new Strike.Provider(Moment.AFTER_AN_ACT, Duration.ofSeconds(3)));
    assertThat(scripts)
        .hasToString(
            """
            {"event":"killed","what":"agent","relay":"%s"}
            {"event":"killed","what":"tor","relay":"bulbilewr1"}
            {"event":"killed","what":"provider","moment":"after_an_act"}
            """
                .formatted("A".repeat(40)));
  }

  @Test
  void disturbancesOfTheChain() {
    show.struck(new Strike.Cut(1, Duration.ofSeconds(3)));
    show.struck(new Strike.Eviction());
    show.struck(new Strike.Reorganisation(2));
    assertThat(scripts)
        .hasToString(
            """
            {"event":"cut","what":"chain-server"}
            {"event":"evicted","what":"payment"}
            {"event":"reorganised","what":"blocks","blocks":2}
            """);
  }

  /** People are told of each loss; nobody's fault is not counted as ours. */
  @Test
  void theStormsReport() {
    var harm =
        new Harm(
            List.of(new InvoiceId("i")),
            List.of("a", "b"),
            List.of(),
            List.of("c"),
            Sats.of(7),
            List.of(
                new Loss(relay(Optional.empty()), Sats.of(600), Cause.GIVEN_TO_THE_DEAD),
                new Loss(relay(Optional.empty()), Sats.of(9), Cause.NOT_YET_INHERITED),
                new Loss(relay(Optional.empty()), Sats.of(50), Cause.OURS)));
    var report = new StormReport(Map.of("agent", 5, "provider", 2), List.of("d"), harm);
    show.storm(report);
    assertThat(report.isClean()).isFalse();
    assertThat(scripts)
        .hasToString(
            """
            {"event":"storm","agent_kills":5,"tor_kills":0,"provider_kills":2,"chain_cuts":0,\
            "evictions":0,"reorganisations":0,"paid_twice":1,"launched_twice":2,\
            "second_wallets":0,"missed_renewals":1,"not_resumed":1,"stranded_sat":7,"lost_sat":50,\
            "too_late_sat":0,"too_little_sat":0,"given_to_dead_sat":600,"not_yet_inherited_sat":9}
            """);
    assertThat(people.toString(UTF_8))
        .contains("The storm hit agent 5, provider 2.")
        .contains("  launched twice                 2: [a, b]\n")
        .contains("  second wallets                 0\n")
        .contains("  satoshis lost                  50 sat\n")
        .contains("  600 sat of bulbilewr1 came after its end\n");
  }

  /** Remarks are for people: a script never sees them. */
  @Test
  void remarksGoElsewhere() {
    show.progress("keys of three directory authorities");
    assertThat(scripts.size()).isZero();
    assertThat(people.toString(UTF_8)).contains("authorities");
  }
}
