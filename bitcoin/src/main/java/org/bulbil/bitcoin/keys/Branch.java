package org.bulbil.bitcoin.keys;

/** Which of our two scripts a coin lies on. */
public enum Branch {
  /** m/84'/coin'/0'/0/0, the published address. */
  RECEIVE(0),
  /** m/84'/coin'/0'/1/0, what is left over from our own payments. */
  CHANGE(1);

  private final int number;

  Branch(int number) {
    this.number = number;
  }

  /** Its number in the key path. */
  int number() {
    return number;
  }
}
