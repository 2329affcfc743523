package org.bulbil.sandbox.provider.trouble;

/** How often a trouble strikes. Without chance, so that a test sees the same each time. */
sealed interface Odds {

  /** Whether it strikes the request at hand; each question counts as a request. */
  boolean strikes();

  boolean isUsedUp();

  /** The next so many requests. */
  final class Times implements Odds {
    private int left;

    Times(int times) {
      if (times < 1) {
        throw new IllegalArgumentException("a trouble strikes once or more, not " + times);
      }
      left = times;
    }

    @Override
    public boolean strikes() {
      left--;
      return true;
    }

    @Override
    public boolean isUsedUp() {
      return left == 0;
    }
  }

  /** So many of a hundred requests, evenly spread. */
  final class Share implements Odds {
    private final int percent;
    private int sum;

    Share(int percent) {
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException("a share is 1 to 100 percent, not " + percent);
      }
      this.percent = percent;
    }

    @Override
    public boolean strikes() {
      sum += percent;
      var strikes = sum >= 100;
      sum %= 100;
      return strikes;
    }

    @Override
    public boolean isUsedUp() {
      return false;
    }
  }
}
