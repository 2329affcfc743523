package org.bulbil.core.policy;

/** What keeps a relay from bearing a child now. In the order in which they are looked at. */
public enum Obstacle {
  FORBIDDEN("its launcher wants no children"),
  UNREACHABLE("nobody receives mail at its address"),
  OUTDATED("the authorities do not recommend its tor"),
  ORDERED("its launcher has ordered it to stop"),
  UNDER_WAY("a birth is under way"),
  NOT_WANTED("as many live as are wanted, or it is for a relative to plant the next"),
  ENOUGH("it has planted as many children in a year as it may"),
  DEEP("its generation is the last that may have children"),
  YOUNG("it is too young"),
  RESTING("the last birth was not long enough ago"),
  UNKNOWN("its purse, its credit or the price of bitcoin is not known at the moment"),
  DEAR_FEES("fees are higher than usual"),
  LITTLE_INCOME("gifts may not pay for more than itself"),
  RESERVE("it would cut into the reserve"),
  PURSE("the purse does not pay it beside the next rent");

  private final String words;

  Obstacle(String words) {
    this.words = words;
  }

  /** In half a sentence, after "no child now: ". */
  public String words() {
    return words;
  }
}
