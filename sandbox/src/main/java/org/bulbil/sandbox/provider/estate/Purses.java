package org.bulbil.sandbox.provider.estate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bulbil.core.money.Cents;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.book.Token;

/**
 * What each token holds, and what was said to it. A token that nobody has used yet holds nothing,
 * like any other. Not safe for use by several threads.
 */
final class Purses {

  /** Messages kept for one token; a real customer writes a handful. */
  private static final int MESSAGES_MAX = 1_000;

  private final Map<Token, Cents> balances = new HashMap<>();
  private final Map<Token, List<Message>> messages = new HashMap<>();

  Cents balance(Token token) {
    return balances.getOrDefault(token, Cents.ZERO);
  }

  void credit(Token token, Cents amount) {
    balances.merge(token, amount, Cents::plus);
  }

  /** Takes {@code price}, or nothing where there is less; 402 then. */
  Outcome<Cents> pay(Token token, Cents price) {
    var balance = balance(token);
    if (!balance.covers(price)) {
      return Outcome.refused(
          "Not enough on this token: " + price + " needed, " + balance + " there. Add funds.", 402);
    }
    balances.put(token, balance.minus(price));
    return Outcome.done(price);
  }

  List<Message> messages(Token token) {
    return List.copyOf(messages.getOrDefault(token, List.of()));
  }

  Outcome<List<Message>> say(Token token, Message message) {
    var said = messages.computeIfAbsent(token, _ -> new ArrayList<>());
    if (said.size() >= MESSAGES_MAX) {
      return Outcome.refused("A token keeps at most " + MESSAGES_MAX + " messages.", 422);
    }
    said.add(message);
    return Outcome.done(List.copyOf(said));
  }
}
