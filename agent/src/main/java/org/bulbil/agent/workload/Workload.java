package org.bulbil.agent.workload;

import com.sun.net.httpserver.HttpHandler;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bulbil.agent.journal.Journal;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.tenancy.Home;
import org.bulbil.bitcoin.wallet.Wallet;
import org.bulbil.core.policy.Conduct;
import org.bulbil.core.time.Testimony;
import org.bulbil.tor.Fingerprint;

/**
 * The work that a server's rent is paid for. One thread, but for the {@link #doors}.
 *
 * <p>What is not known is empty, and stays so until it is: a workload that does not run yet, or
 * whose own sources are silent, claims nothing. Only bugs and broken disks throw; an agent tells of
 * them and goes on paying the rent.
 */
public interface Workload extends AutoCloseable {

  /** In a word, such as {@code relay}: it stands before complaints about the work. */
  String name();

  /**
   * Sees to it that the work is done: starts what does not run, tells it what has changed, and
   * looks how it is. Once a heartbeat, and soon done.
   */
  void keep(Home home);

  /**
   * Ends the work for good, as ordered, and sees to it that it stays ended. Once a heartbeat,
   * instead of {@link #keep}; what visitors are owed until then may take a few.
   */
  void rest(Home home);

  /** Who this server is, and whom else there is of its kind. */
  Relations relations();

  /**
   * What else is to be done once a heartbeat, and may wait for others a little: last in it.
   *
   * @param children the own ones that have appeared
   */
  void lookAround(Set<Fingerprint> children);

  /** The time as the work's own sources show it; empty where it has none, or none that answers. */
  Optional<Testimony> clock();

  /** Why it is not good enough to be planted again; empty where it is, as far as is known. */
  Optional<Conduct> fault();

  /** What the status port answers besides the status: each a path with who answers there. */
  Map<String, HttpHandler> doors();

  /** What the status page is to say of it. */
  Picture picture(Home home);

  /**
   * Publishes the newest status, where the work itself has visitors.
   *
   * @param newest drawn only where it is published
   */
  void publish(Supplier<Status> newest);

  /** The agent ends, and may be started again: what can go on without it goes on. */
  @Override
  void close();

  /** Begins the work of an agent that has moved in. */
  @FunctionalInterface
  interface Beginning {
    Workload begin(Journal journal, Wallet wallet);
  }

  /**
   * What the status page says of a workload.
   *
   * @param work what kind it is, and how to check what it claims
   * @param state how it is; a site fills in what it has in common with a relay
   * @param kindred who else there is
   */
  record Picture(Status.Work work, Status.Relay state, Status.Kinship kindred) {}
}
