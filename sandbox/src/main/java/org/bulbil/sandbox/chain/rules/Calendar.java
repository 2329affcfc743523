package org.bulbil.sandbox.chain.rules;

/** The heights and times of the best chain, as locktimes read them. */
public interface Calendar {

  /** The height of the block that comes next. */
  int nextHeight();

  /**
   * The median time of the block at {@code height} and its ten predecessors, in seconds since 1970
   * (BIP113).
   *
   * @param height 0 to {@link #nextHeight()} - 1
   */
  long medianTimePast(int height);
}
