package org.bulbil.sandbox.provider.estate;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.bulbil.core.money.Cents;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.machine.UserData;

/**
 * One lease, as it stands at a moment.
 *
 * @param expiry when it is deleted
 * @param address empty until it is built; kept when it has ended
 */
public record Server(
    MachineId id,
    Token token,
    Choice choice,
    UserData userData,
    String hostname,
    Autorenewal autorenewal,
    Instant created,
    Instant expiry,
    Optional<InetAddress> address,
    State state) {

  /** Whether the provider extends the lease by itself from the token. */
  public enum Autorenewal {
    ON,
    OFF;

    public static Autorenewal of(boolean autorenew) {
      return autorenew ? ON : OFF;
    }
  }

  public boolean autorenews() {
    return autorenewal == Autorenewal.ON;
  }

  public boolean hasEnded() {
    return state instanceof State.Ended;
  }

  public boolean isForgotten() {
    return state instanceof State.Ended ended && ended.forgotten().isPresent();
  }

  public Cents rent() {
    return choice.flavor().rent();
  }

  Server in(State changed) {
    return new Server(
        id, token, choice, userData, hostname, autorenewal, created, expiry, address, changed);
  }

  Server at(InetAddress built) {
    return new Server(
        id,
        token,
        choice,
        userData,
        hostname,
        autorenewal,
        created,
        expiry,
        Optional.of(built),
        new State.Running());
  }

  Server until(Instant changed) {
    return new Server(
        id, token, choice, userData, hostname, autorenewal, created, changed, address, state);
  }

  Server named(String changed) {
    return new Server(
        id, token, choice, userData, changed, autorenewal, created, expiry, address, state);
  }

  Server with(Autorenewal changed) {
    return new Server(
        id, token, choice, userData, hostname, changed, created, expiry, address, state);
  }
}
