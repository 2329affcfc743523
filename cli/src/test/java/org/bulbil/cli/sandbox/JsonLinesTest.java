package org.bulbil.cli.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.money.Sats;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.witness.Account;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.witness.LifeEvent.Kind;
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

  /** Remarks are for people: a script never sees them. */
  @Test
  void remarksGoElsewhere() {
    show.progress("keys of three directory authorities");
    assertThat(scripts.size()).isZero();
    assertThat(people.toString(UTF_8)).contains("authorities");
  }
}
