package org.bulbil.sandbox.provider.trouble;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bulbil.sandbox.provider.endpoint.Endpoint;

/**
 * The switchboard of trouble. Everything may be switched at any time by any thread; without a
 * switch thrown, nothing goes wrong.
 */
public final class Troubles {

  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> closedRegions = new HashSet<>();
  private int creditsToForget;

  /** The next {@code times} requests to {@code endpoint} end in {@code trouble}. */
  public void next(int times, Endpoint endpoint, Trouble trouble) {
    add(new Rule(Optional.of(endpoint), trouble, new Odds.Times(times)));
  }

  /** The next {@code times} requests of any kind end in {@code trouble}. */
  public void next(int times, Trouble trouble) {
    add(new Rule(Optional.empty(), trouble, new Odds.Times(times)));
  }

  /**
   * This share of the requests to {@code endpoint}, evenly spread, ends in {@code trouble} until
   * the trouble is over.
   *
   * @param percent 1 to 100
   */
  public void share(int percent, Endpoint endpoint, Trouble trouble) {
    add(new Rule(Optional.of(endpoint), trouble, new Odds.Share(percent)));
  }

  /** As {@link #share(int, Endpoint, Trouble)}, of all requests. */
  public void share(int percent, Trouble trouble) {
    add(new Rule(Optional.empty(), trouble, new Odds.Share(percent)));
  }

  private synchronized void add(Rule rule) {
    rules.add(rule);
  }

  /** Ends all troubles; what they did stays done. */
  public synchronized void over() {
    rules.clear();
    closedRegions.clear();
    creditsToForget = 0;
  }

  /** Launches in this region are refused from now on. */
  public synchronized void closeRegion(String region) {
    closedRegions.add(region);
  }

  public synchronized void openRegion(String region) {
    closedRegions.remove(region);
  }

  public synchronized boolean isClosed(String region) {
    return closedRegions.contains(region);
  }

  /** The next {@code payments} good payments are never credited. */
  public synchronized void forgetCredits(int payments) {
    creditsToForget = payments;
  }

  /** Whether the payment at hand is one to forget; each yes is counted. */
  public synchronized boolean forgetsThisCredit() {
    if (creditsToForget == 0) {
      return false;
    }
    creditsToForget--;
    return true;
  }

  /** What befalls the request at hand: the oldest trouble that wants it. */
  public synchronized Optional<Trouble> befalling(Endpoint endpoint) {
    for (Iterator<Rule> each = rules.iterator(); each.hasNext(); ) {
      var rule = each.next();
      if (rule.isAbout(endpoint) && rule.odds().strikes()) {
        if (rule.odds().isUsedUp()) {
          each.remove();
        }
        return Optional.of(rule.trouble());
      }
    }
    return Optional.empty();
  }

  private record Rule(Optional<Endpoint> endpoint, Trouble trouble, Odds odds) {
    boolean isAbout(Endpoint called) {
      return endpoint.isEmpty() || endpoint.get() == called;
    }
  }
}
