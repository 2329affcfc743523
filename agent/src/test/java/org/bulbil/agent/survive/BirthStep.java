package org.bulbil.agent.survive;

/** Where the births of one life get stuck for ever. */
enum BirthStep {
  MINT,
  BILL,
  CREDIT,
  LAUNCH,
  APPEARANCE,
  /** None does. */
  NONE
}
