package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider's front dies as a process does that is killed, and the business does not. */
final class CrashTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Shop shop = new Shop();
  private final String token = shop.mint();

  @AfterEach
  void close() {
    shop.close();
  }

  private void assertNoAnswer(String method, String path, String body) {
    assertThatThrownBy(() -> shop.customer.send(method, path, body, PATIENCE))
        .isInstanceOf(IOException.class);
  }

  private void askForAnInvoice() {
    assertNoAnswer("POST", "/token/" + token + "/add", "{\"dollars\": 5}");
  }

  private void assertDownAndUpAgain() throws IOException {
    assertThat(shop.provider.isOpen()).isFalse();
    assertNoAnswer("GET", "/aup", "");
    shop.provider.plugIn();
    assertThat(shop.provider.isOpen()).isTrue();
    assertThat(shop.customer.get("/aup").status()).isEqualTo(200);
  }

  @Test
  void beforeAnActNothingIsDone() throws IOException {
    shop.provider.crash(Moment.BEFORE_AN_ACT);
    askForAnInvoice();
    assertThat(shop.provider.invoices()).isEmpty();
    assertDownAndUpAgain();
  }

  @Test
  void afterAnActItIsDoneAndNobodyIsTold() throws IOException {
    shop.provider.crash(Moment.AFTER_AN_ACT);
    askForAnInvoice();
    assertThat(shop.provider.invoices()).hasSize(1);
    assertDownAndUpAgain();
  }

  /** A launch is the act that costs most when it is done twice. */
  @Test
  void aLaunchWhoseAnswerDiedIsFoundAfterwards() throws IOException {
    shop.fund(token, 5);
    shop.provider.crash(Moment.AFTER_AN_ACT);
    assertThatThrownBy(() -> shop.launch(token, Customer.order()))
        .isInstanceOf(AssertionError.class);
    assertDownAndUpAgain();
    assertThat(shop.servers(token, "")).hasSize(1);
    assertThat(shop.balance(token)).isEqualTo(500 - 38);
  }

  /** Who only reads does not set it off; it is answered as usual. */
  @Test
  void readingIsNoAct() {
    shop.provider.crash(Moment.BEFORE_AN_ACT);
    assertThat(shop.balance(token)).isZero();
    assertThat(shop.provider.isOpen()).isTrue();
  }

  @Test
  void atOnceNobodyListens() throws IOException {
    shop.provider.crash(Moment.AT_ONCE);
    assertDownAndUpAgain();
  }

  /** A new front has no crash waiting in it, also where the old one never met an act. */
  @Test
  void theNextFrontIsSound() throws IOException {
    shop.provider.crash(Moment.BEFORE_AN_ACT);
    shop.provider.unplug();
    shop.provider.plugIn();
    var added = shop.customer.post("/token/" + token + "/add", Map.of("dollars", 5));
    assertThat(added.status()).isEqualTo(200);
  }

  @Test
  void whoIsDownCannotCrash() {
    shop.provider.unplug();
    shop.provider.crash(Moment.AT_ONCE);
    shop.provider.crash(Moment.AFTER_AN_ACT);
    assertThat(shop.provider.isOpen()).isFalse();
  }
}
