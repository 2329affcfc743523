package org.bulbil.agent.stop;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bulbil.agent.journal.Entry;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.SignedOrder;
import org.bulbil.agent.order.StopKey;
import org.bulbil.agent.order.Verb;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.time.SteadyTime;
import org.bulbil.tor.Fingerprint;

/**
 * What was ordered, by whom we are told to obey. It does nothing itself: the policy hears of it as
 * the relay's {@link Conduct}. Safe for use by several threads.
 */
public final class Obedience {

  /** The signer's clock may be ahead of ours by this. */
  private static final Duration AHEAD = Duration.ofHours(2);

  private static final String SERIAL = "stop.serial";

  private final Optional<StopKey> key;
  private final Journal journal;
  private final SteadyTime time;
  private final Map<Verb, SignedOrder> given = new EnumMap<>(Verb.class);
  private Optional<Self> self = Optional.empty();

  /** Who we are, as addressees go. */
  private record Self(Optional<Fingerprint> fingerprint, FamilyId family) {}

  /**
   * @param key whose orders are obeyed; empty for nobody's
   */
  public Obedience(Optional<StopKey> key, Journal journal, SteadyTime time) {
    this.key = key;
    this.journal = journal;
    this.time = time;
    for (var verb : Verb.values()) {
      journal.recall(fact(verb)).flatMap(this::kept).ifPresent(order -> given.put(verb, order));
    }
  }

  private static String fact(Verb verb) {
    return "stop." + verb.name();
  }

  /** What stands in the journal counts only with the signature of the key of today's settings. */
  private Optional<SignedOrder> kept(String text) {
    return SignedOrder.read(text).answer().filter(order -> key.filter(order::isBy).isPresent());
  }

  /** Whether there is anybody to obey. */
  public boolean isPossible() {
    return key.isPresent();
  }

  /**
   * Learns who we are, at each heartbeat.
   *
   * @param fingerprint empty while tor has none
   */
  public synchronized void meet(Optional<Fingerprint> fingerprint, FamilyId family) {
    var known = self.flatMap(Self::fingerprint);
    self = Optional.of(new Self(fingerprint.or(() -> known), family));
  }

  /**
   * Hears an order, and obeys it from then on if it must: durably, when this returns.
   *
   * @return what is to be said to whoever brought it; refused where it need not be obeyed, unknown
   *     where that cannot be said yet
   */
  public synchronized Outcome<String> hear(SignedOrder order) {
    if (order.equals(given.get(order.order().verb()))) {
      return Outcome.done("this order is obeyed already");
    }
    return judge(order)
        .map(
            _ -> {
              keep(order);
              return "obeyed from the next heartbeat on: " + order.order().verb().words();
            });
  }

  private Outcome<SignedOrder> judge(SignedOrder signed) {
    var order = signed.order();
    if (key.filter(signed::isBy).isEmpty()) {
      return Outcome.refused("it is not signed by the key that this relay obeys", 0);
    }
    if (order.serial() <= newest()) {
      return Outcome.refused("an order with serial %d was obeyed before".formatted(newest()), 0);
    }
    return isMeant(order).flatMap(_ -> inTime(order)).map(_ -> signed);
  }

  private long newest() {
    return journal.recall(SERIAL).map(Long::parseLong).orElse(0L);
  }

  private Outcome<Order> isMeant(Order order) {
    boolean isForOne = order.to() instanceof Addressee.OneRelay;
    if (self.isEmpty() || (isForOne && fingerprint().isEmpty())) {
      return Outcome.unknown("this relay does not know its own name yet; try again later");
    }
    return order.to().means(fingerprint(), self.get().family())
        ? Outcome.done(order)
        : Outcome.refused("it is for others: " + order.to().text(), 0);
  }

  private Optional<Fingerprint> fingerprint() {
    return self.flatMap(Self::fingerprint);
  }

  /** A clock that nobody has confirmed could take an order that ran out long ago. */
  private Outcome<Order> inTime(Order order) {
    if (!time.isConfirmed()) {
      return Outcome.unknown("this relay is not sure of the time yet; try again later");
    }
    if (order.made().isAfter(time.now().plus(AHEAD))) {
      return Outcome.refused("it was made in the future: " + order.made(), 0);
    }
    return time.now().isAfter(order.until())
        ? Outcome.refused("it ran out on " + order.until(), 0)
        : Outcome.done(order);
  }

  private void keep(SignedOrder signed) {
    var order = signed.order();
    journal
        .store()
        .write(
            () -> {
              journal.remember(SERIAL, Long.toString(order.serial()));
              journal.remember(fact(order.verb()), signed.text());
              journal.note(
                  Entry.Kind.ORDER,
                  "ordered to %s (order %d of %s, to %s)"
                      .formatted(
                          order.verb().words(), order.serial(), order.made(), order.to().text()));
            });
    given.put(order.verb(), signed);
  }

  private synchronized boolean isOrdered(Verb verb) {
    return given.containsKey(verb);
  }

  /** Whether it was ordered to shut down. */
  public boolean isLeaving() {
    return isOrdered(Verb.SHUT_DOWN);
  }

  /** What was ordered, as the policy hears of it; empty where nothing was. */
  public Optional<Conduct> conduct() {
    if (isLeaving()) {
      return Optional.of(Conduct.LEAVING);
    }
    return isOrdered(Verb.PLANT_NO_MORE) ? Optional.of(Conduct.STERILE) : Optional.empty();
  }

  /** What was obeyed and may still be handed on: it has not run out, and is for others too. */
  synchronized List<SignedOrder> toHandOn() {
    return given.values().stream()
        .filter(signed -> !(signed.order().to() instanceof Addressee.OneRelay))
        .filter(signed -> !time.now().isAfter(signed.order().until()))
        .toList();
  }

  /** In a sentence or two, for the status page. */
  public synchronized String words() {
    if (key.isEmpty()) {
      return "Nobody can order this relay to stop.";
    }
    return given.isEmpty()
        ? "Its launcher can order it to plant no more or to shut down; no order can spend."
        : given.values().stream().map(Obedience::words).collect(Collectors.joining(" "));
  }

  private static String words(SignedOrder signed) {
    var order = signed.order();
    return "By order %d of %s it was told to %s."
        .formatted(order.serial(), order.made(), order.verb().words());
  }
}
