package org.bulbil.bitcoin.outbox;

/** What a payment is for. The names are stored; never rename one. */
public enum Purpose {
  /** A provider's invoice for our own server or credit. */
  RENT,
  /** A provider's invoice for the credit of a child. */
  ENDOWMENT,
  /** Coins to a child's own wallet. */
  START_GIFT,
  /** Everything, to the beneficiary. */
  WILL,
  /** To ourselves, to make one coin of many or many of one. */
  CONSOLIDATION,
  /** To many relays at once, as a split says. */
  TIP
}
