package org.bulbil.sandbox.reader;

import static java.util.stream.Collectors.toSet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.sandbox.Worker;
import org.bulbil.sandbox.reader.NameQuestion.Answer;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;

/**
 * Reads the first page of a site by its name, several times a second, until it is closed. Between
 * its requests it asks every address that the name has now whether anybody is there.
 */
public final class Reader implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** For a page; on loopback one comes in milliseconds, or the machine is very busy. */
  private static final Http.Limits PAGE = new Http.Limits(Duration.ofSeconds(2), 1 << 20);

  private final NameQuestion question;
  private final InetSocketAddress nameserver;
  private final int port;
  private final String wanted;
  private final BooleanSupplier isAnyAlive;
  private final Time time;
  private final RandomGenerator random;
  private final Http http = new Http(PAGE);
  private final DeadRecords dead;
  private final Worker visitor = new Worker("reader", this::visitAlways);
  private final Worker inspector = new Worker("inspector", this::inspectAlways);
  private Answer remembered = new Answer(List.of(), Duration.ZERO);
  private Instant forgotten = Instant.MIN;
  private Visits visits = Visits.NONE;
  private Visits lonely = Visits.NONE;

  /**
   * What is read.
   *
   * @param name of the site
   * @param nameserver that has the say of it
   * @param port of its web servers
   * @param wanted some words of its first page
   * @param ttl for how long an address may lead nowhere
   */
  public record Plan(
      String name, InetSocketAddress nameserver, int port, String wanted, Duration ttl) {}

  private Reader(Plan plan, BooleanSupplier isAnyAlive, Time time, RandomGenerator random) {
    this.question = new NameQuestion(plan.name());
    this.nameserver = plan.nameserver();
    this.port = plan.port();
    this.wanted = plan.wanted();
    this.isAnyAlive = isAnyAlive;
    this.time = time;
    this.random = random;
    this.dead = new DeadRecords(plan.ttl());
  }

  /**
   * Begins to read.
   *
   * @param isAnyAlive whether a server of the site lives now, by another's word
   * @param random which address is tried first; used by the reader's thread alone
   */
  public static Reader start(
      Plan plan, BooleanSupplier isAnyAlive, Time time, RandomGenerator random) {
    var reader = new Reader(plan, isAnyAlive, time, random);
    reader.visitor.start();
    reader.inspector.start();
    return reader;
  }

  /** What it has counted up to now. */
  public synchronized Readings readings() {
    return new Readings(visits, lonely, dead.tooLong(), dead.longest());
  }

  private void visitAlways() throws InterruptedException {
    while (true) {
      visit();
      time.pause(PAUSE);
    }
  }

  private void visit() {
    var wasAlive = isAnyAlive.getAsBoolean();
    var addresses = new ArrayList<>(addresses());
    Collections.shuffle(addresses, random);
    int tried = firstThatAnswers(addresses);
    count(wasAlive && isAnyAlive.getAsBoolean(), addresses.isEmpty(), tried);
  }

  /** As a resolver has them: asked anew when the time to live is over, or there were none. */
  private List<InetAddress> addresses() {
    var now = time.now();
    if (!now.isBefore(forgotten) || remembered.addresses().isEmpty()) {
      remembered = ask();
      forgotten = now.plus(remembered.ttl());
    }
    return remembered.addresses();
  }

  private Answer ask() {
    return question
        .ask(nameserver, random.nextInt(1 << 16))
        .answer()
        .orElse(new Answer(List.of(), Duration.ZERO));
  }

  private int firstThatAnswers(List<InetAddress> addresses) {
    for (int i = 0; i < addresses.size(); i++) {
      if (isRead(addresses.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isRead(InetAddress address) {
    var page = Endpoint.http(address, port).resolve("/");
    return http.get(page)
        .answer()
        .filter(reply -> reply.status() == 200 && reply.text().contains(wanted))
        .isPresent();
  }

  private synchronized void count(boolean alive, boolean noName, int tried) {
    if (alive) {
      visits = counted(visits, noName, tried);
    } else {
      lonely = counted(lonely, noName, tried);
    }
  }

  private static Visits counted(Visits before, boolean noName, int tried) {
    if (noName) {
      return before.foundNoName();
    }
    return switch (tried) {
      case -1 -> before.failed();
      case 0 -> before.answeredAtFirst();
      default -> before.answeredLater();
    };
  }

  private void inspectAlways() throws InterruptedException {
    while (true) {
      if (question.ask(nameserver, 1) instanceof Outcome.Done<Answer>(Answer now)) {
        inspect(Set.copyOf(now.addresses()));
      }
      time.pause(PAUSE);
    }
  }

  /** While nobody lives there is nobody who could take an address away. */
  private void inspect(Set<InetAddress> records) {
    var answering = records.stream().filter(this::isRead).collect(toSet());
    var now = time.now();
    synchronized (this) {
      dead.see(now, isAnyAlive.getAsBoolean() ? records : Set.of(), answering);
    }
  }

  @Override
  public void close() {
    visitor.close();
    inspector.close();
    http.close();
  }
}
