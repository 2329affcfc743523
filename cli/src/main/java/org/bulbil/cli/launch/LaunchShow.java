package org.bulbil.cli.launch;

import java.util.List;
import org.bulbil.agent.launch.Bill;
import org.bulbil.agent.launch.Budget;
import org.bulbil.agent.launch.Founder;
import org.bulbil.agent.launch.Turn;
import org.bulbil.bitcoin.Address;
import org.bulbil.core.money.Sats;

/** What is seen of a launch. */
interface LaunchShow {

  void bill(Bill bill, Budget budget);

  /** Where money is to be sent, and how much. */
  void ask(Address address, Sats amount);

  /** A remark, in one line. */
  void progress(String words);

  /** After every turn; says only what is new. */
  void turn(Turn turn);

  /** The end, or how far it came. */
  void table(List<Founder> founders);
}
