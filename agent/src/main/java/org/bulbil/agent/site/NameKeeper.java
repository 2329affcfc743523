package org.bulbil.agent.site;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bulbil.agent.site.Tenure.Stage;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.NameRecords;
import org.bulbil.naming.NameRecords.Removal;

/**
 * Keeps the name of a site: sees to it, together with its siblings, that it points to those servers
 * that answer. Several times within a time to live it reads the addresses at the nameserver, asks
 * at each whether it answers, and does what {@link NameView} says. All it remembers is who was
 * silent of late, so that it can be killed at any time.
 *
 * <p>It has a thread of its own, since a heartbeat may be slower than the name may wait.
 */
public final class NameKeeper implements AutoCloseable {

  /**
   * Turns within a time to live. An address is taken away after {@link NameView#SILENCE_MAX} turns
   * of silence, each of which may take twice as long as this says where the server is dead.
   */
  private static final int TURNS_PER_TTL = 10;

  /** Looks no more closely than so often. */
  private static final Duration PAUSE_MIN = Duration.ofMillis(200);

  /** Addresses asked; more no name of ours has, and a stranger's mistake must not bind us. */
  private static final int ADDRESSES_MAX = 32;

  /** Steps without a pause between them, as when siblings change the name at the same time. */
  private static final int STEPS_AT_ONCE = 4;

  private static final System.Logger LOG = System.getLogger(NameKeeper.class.getName());

  private final NameRecords records;
  private final Answering answering;
  private final Duration ttl;
  private final Time time;
  private final Consumer<String> told;
  private final Runnable revival;
  private final Map<InetAddress, Integer> silence = new ConcurrentHashMap<>();
  private volatile Optional<Tenure> tenure = Optional.empty();
  private volatile boolean isLeaving;
  private volatile Optional<Seen> seen = Optional.empty();
  private volatile Optional<Thread> thread = Optional.empty();
  private String trouble = "";

  /**
   * What was seen last.
   *
   * @param records that the name had
   * @param answering those that answered, and our own if it did
   */
  public record Seen(Addresses records, Set<InetAddress> answering) {

    public Seen {
      answering = Set.copyOf(answering);
    }
  }

  /**
   * @param ttl for how long others remember an address
   * @param revival is run where our own site does not answer; no heartbeat is soon enough
   * @param told is told in a sentence what changes, and what keeps it from that
   */
  public NameKeeper(
      NameRecords records,
      Answering answering,
      Duration ttl,
      Time time,
      Runnable revival,
      Consumer<String> told) {
    this.records = records;
    this.answering = answering;
    this.ttl = ttl;
    this.time = time;
    this.revival = revival;
    this.told = told;
  }

  /** How long one server may take to answer, and the pause between two turns. */
  public static Duration pace(Duration ttl) {
    var part = ttl.dividedBy(TURNS_PER_TTL);
    return part.compareTo(PAUSE_MIN) > 0 ? part : PAUSE_MIN;
  }

  /** From now on this server belongs to the name, until its lease ends. */
  public void live(Tenure now) {
    tenure = Optional.of(now);
  }

  /** Takes this server out of the name at the next turn, and keeps it out. */
  public void leave() {
    isLeaving = true;
  }

  /** Empty before the first turn, and where the nameserver was never reached. */
  public Optional<Seen> seen() {
    return seen;
  }

  /** Begins with the first turn, on a thread of its own. */
  public void start() {
    thread = Optional.of(Thread.ofVirtual().name("name-keeper").start(this::run));
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        turns();
        time.pause(pace(ttl));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As many turns as there is something to do, within the bound. */
  void turns() {
    try {
      for (int step = 0; step < STEPS_AT_ONCE && turn(); step++) {
        LOG.log(System.Logger.Level.DEBUG, "the name is looked at again");
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "keeping the name failed", e);
      complain("keeping the name failed: " + e);
    }
  }

  /** Looks once and takes a step; whether there may be another to take at once. */
  private boolean turn() {
    return tenure
        .map(
            mine ->
                switch (records.read()) {
                  case Outcome.Done<Addresses>(Addresses found) -> step(mine, found);
                  case Outcome.Refused<Addresses>(String why, _) -> complain(why);
                  case Outcome.Unknown<Addresses>(String why) -> complain(why);
                })
        .orElse(false);
  }

  private boolean step(Tenure mine, Addresses found) {
    listen(mine.own(), found);
    reviveUnless(silence.getOrDefault(mine.own(), 0) == 0);
    var stage = isLeaving ? Stage.GONE : mine.stage(time.now(), ttl);
    var view = new NameView(mine.own(), stage, found, silence);
    return switch (view.decide()) {
      case NameStep.Rest _ -> ease();
      case NameStep.Join(InetAddress own) ->
          ended(records.add(own), _ -> "the name points here: " + found.with(own));
      case NameStep.Remove(InetAddress address, String why) ->
          ended(
              records.remove(address, found),
              removal ->
                  removal == Removal.REMOVED
                      ? "the name points no more to %s, since %s: %s"
                          .formatted(address.getHostAddress(), why, found.without(address))
                      : "others changed the name meanwhile");
    };
  }

  private void reviveUnless(boolean answers) {
    if (!answers && !isLeaving) {
      revival.run();
    }
  }

  /** Asks all at once, so that a turn takes no longer than the slowest answer may. */
  private void listen(InetAddress own, Addresses found) {
    var asked = new HashSet<InetAddress>();
    asked.add(own);
    found.all().stream().limit(ADDRESSES_MAX).forEach(asked::add);
    silence.keySet().retainAll(asked);
    var answers = new ConcurrentHashMap<InetAddress, Boolean>();
    var calls =
        asked.stream()
            .map(
                address ->
                    Thread.ofVirtual().start(() -> answers.put(address, answering.at(address))))
            .toList();
    calls.forEach(NameKeeper::await);
    asked.forEach(address -> note(address, answers.getOrDefault(address, false)));
    seen = Optional.of(new Seen(found, answered()));
  }

  private void note(InetAddress address, boolean answers) {
    silence.compute(address, (_, before) -> answers ? 0 : before == null ? 1 : before + 1);
  }

  private Set<InetAddress> answered() {
    var all = new HashSet<InetAddress>();
    silence.forEach(
        (address, times) -> {
          if (times == 0) {
            all.add(address);
          }
        });
    return all;
  }

  private static void await(Thread call) {
    try {
      call.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> boolean ended(Outcome<T> outcome, Function<T, String> words) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> {
        ease();
        told.accept(words.apply(value));
        yield true;
      }
      case Outcome.Refused<T>(String why, _) -> complain(why);
      case Outcome.Unknown<T>(String why) -> complain(why);
    };
  }

  /** Nothing is wrong. */
  private boolean ease() {
    trouble = "";
    return false;
  }

  /** Says what is wrong, once for as long as it is the same. */
  private boolean complain(String why) {
    if (!trouble.equals(why)) {
      trouble = why;
      told.accept("the name cannot be kept: " + why);
    }
    return false;
  }

  /** Ends the thread; the name stays as it is, since a program that ends may be started again. */
  @Override
  public void close() {
    thread.ifPresent(Thread::interrupt);
    thread.ifPresent(NameKeeper::await);
  }
}
