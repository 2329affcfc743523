package org.bulbil.agent.survive;

import java.time.temporal.ChronoUnit;
import org.bulbil.agent.order.Addressee;
import org.bulbil.agent.order.Order;
import org.bulbil.agent.order.StopSecret;
import org.bulbil.agent.order.Verb;
import org.bulbil.core.time.Day;

/** Who launched the relay: now and then he orders it to shut down, until it obeys. */
final class Launcher {

  static final StopSecret SECRET = StopSecret.of(new byte[StopSecret.BYTES]);

  private static final int ORDER_DAYS = 30;

  private final World world;
  private long serial;
  private boolean isObeyed;

  Launcher(World world) {
    this.world = world;
  }

  /** Whether the relay may have an order on its disk: a crash can hide that from everybody. */
  boolean hasOrdered() {
    return serial > 0;
  }

  /** Whether the relay has said that it obeys. */
  boolean isObeyed() {
    return isObeyed;
  }

  void turn(Machine machine) {
    if (!isObeyed && world.swarm.strikes(Fault.SIGNED_STOP) && machine.agent().isPresent()) {
      var now = world.now().truncatedTo(ChronoUnit.SECONDS);
      var until = now.plus(Day.REAL.times(ORDER_DAYS));
      serial++;
      var order = new Order(Verb.SHUT_DOWN, new Addressee.All(), serial, now, until);
      isObeyed = machine.hear(SECRET.sign(order));
      world.diary.note(isObeyed ? "the relay obeys: shut down" : "the relay does not hear");
      if (isObeyed) {
        world.tally.count(Happening.STOPS);
      }
    }
  }
}
