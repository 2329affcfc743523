package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens: their form, their money at a glance, their messages. */
class TokenTest {

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  /** A minted token is plain text of 32 characters, another one each time. */
  @Test
  void minting() {
    var minted = shop.customer.get("/token");
    assertThat(minted.type()).startsWith("text/plain");
    assertThat(minted.body()).matches("ss_t_[0-9a-z]{27}").hasSize(32);
    assertThat(shop.mint()).isNotEqualTo(minted.body());
    assertThat(shop.provider.book().all(Event.TokenMinted.class)).hasSize(2);
  }

  /** Customers may make tokens themselves: an unknown one is an empty one. */
  @Test
  void selfMadeTokensAreEmpty() {
    for (var token : new String[] {"ss_t_0123456789abcdef012345_9a8b", "f".repeat(64)}) {
      assertThat(shop.balance(token)).isZero();
    }
  }

  /** A token that is too short is refused in FastAPI's words, at every endpoint that takes one. */
  @Test
  void shortTokenIsRefused() {
    var refused = shop.customer.get("/token/ss_t_short/balance");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.object().get("detail")).isInstanceOf(List.class);
    assertThat(refused.detail()).contains("String should have at least 32 characters");
    assertThat(shop.customer.get("/token/ss_t_short/info").status()).isEqualTo(422);
    assertThat(shop.customer.get("/token/ss_t_short/servers").status()).isEqualTo(422);
    assertThat(shop.customer.get("/token/" + "!".repeat(32) + "/info").detail())
        .contains("String should match pattern");
  }

  /** Dollars are written with a comma for thousands. */
  @Test
  void balanceIsWrittenForPeople() {
    var token = shop.funded(1_000);
    var balance = shop.customer.get("/token/" + token + "/balance").object();
    assertThat(balance).containsEntry("cents", 100_000L).containsEntry("usd", "$1,000.00");
  }

  /** The burn rate is that of autorenewing servers only, and tells the days that remain. */
  @Test
  void summaryCountsWhatAutorenews() {
    var token = shop.funded(20);
    shop.launch(token, Customer.order());
    shop.launch(token, Customer.order("autorenew", true));
    var summary = shop.customer.get("/token/" + token + "/info");
    assertThat(summary.number("servers")).isEqualTo(2);
    assertThat(summary.number("autorenew_servers")).isEqualTo(1);
    assertThat(summary.number("suspended_servers")).isZero();
    assertThat(summary.number("burn_rate_cents")).isEqualTo(38);
    assertThat(summary.text("burn_rate_usd")).isEqualTo("$0.38");
    assertThat(summary.number("balance_cents")).isEqualTo(2_000 - 38 - 7 * 38);
    assertThat(summary.number("days_remaining")).isEqualTo((2_000 - 38 - 7 * 38) / 38);
    assertThat(summary.number("invoices")).isEqualTo(1);
  }

  /** Messages of both sides stand in order, with ISO times. */
  @Test
  void messages() {
    var token = shop.mint();
    shop.customer.post("/token/" + token + "/messages", Map.of("message", "Is Tor welcome?"));
    var _ = shop.provider.say(new Token(token), "Relays are.");
    var messages = shop.customer.get("/token/" + token + "/messages").list();
    assertThat(messages).extracting("sender").containsExactly("User", "SporeStack");
    assertThat(messages).extracting("message").containsExactly("Is Tor welcome?", "Relays are.");
    assertThat(messages).extracting("sent_at").containsOnly("2026-11-22T12:00:00Z");
    var empty = shop.customer.post("/token/" + token + "/messages", Map.of("message", ""));
    assertThat(empty.status()).isEqualTo(422);
  }

  /** An affiliate's token is taken and changes nothing. */
  @Test
  void affiliateIsAccepted() {
    var token = shop.mint();
    var added =
        shop.customer.post(
            "/token/" + token + "/add",
            Map.of("dollars", 5, "currency", "btc", "affiliate_token", shop.mint()));
    assertThat(added.status()).isEqualTo(200);
  }

  /** Other coins exist but are not taken here; what is no coin at all is malformed. */
  @Test
  void otherCoins() {
    var add = "/token/" + shop.mint() + "/add";
    var monero = shop.customer.post(add, Map.of("dollars", 5, "currency", "xmr"));
    assertThat(monero.status()).isEqualTo(422);
    assertThat(monero.object().get("detail")).isInstanceOf(String.class);
    var shells = shop.customer.post(add, Map.of("dollars", 5, "currency", "shells"));
    assertThat(shells.object().get("detail")).isInstanceOf(List.class);
  }

  /** Somebody else's invoice is not there. */
  @Test
  void invoicesBelongToTheirToken() {
    var invoice = shop.invoice(shop.mint(), 5);
    var other = shop.customer.get("/token/" + shop.mint() + "/invoices/" + invoice.id());
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.detail()).contains("not found");
  }
}
