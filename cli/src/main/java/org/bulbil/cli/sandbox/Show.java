package org.bulbil.cli.sandbox;

import java.time.Duration;
import org.bulbil.sandbox.reader.Readings;
import org.bulbil.sandbox.storm.StormReport;
import org.bulbil.sandbox.storm.Strike;
import org.bulbil.sandbox.witness.Audit;
import org.bulbil.sandbox.witness.LifeEvent;
import org.bulbil.sandbox.world.SandboxWorld;

/** What is seen of a sandbox. Called from several threads. */
interface Show extends AutoCloseable {

  /** A step of coming up, or a remark, in one line. */
  void progress(String words);

  /** Everything is there but the relays; it can be looked at from now on. */
  void watch(SandboxWorld world);

  void happened(LifeEvent event);

  void struck(Strike strike);

  /** All first relays are Running in the consensus. */
  void ready(int relays, Duration after);

  /** What a storm has done and left; before the account. */
  void storm(StormReport report);

  /** What a reader of the site has counted; before the account. */
  void site(Readings readings);

  /** The end. */
  void account(Audit audit);

  /** Nothing moves any more; an account may still follow. */
  @Override
  void close();
}
