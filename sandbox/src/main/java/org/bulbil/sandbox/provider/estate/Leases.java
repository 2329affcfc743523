package org.bulbil.sandbox.provider.estate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.book.EndedBy;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.Event.ToppedUp.Cause;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.machine.UserData;
import org.bulbil.sandbox.provider.trouble.Troubles;

/**
 * What customers may ask about servers. A server of another token does not exist for them (404);
 * what its state forbids is refused (422). Not safe for use by several threads.
 */
final class Leases {

  private final Terms terms;
  private final Names names;
  private final Purses purses;
  private final Rack rack;
  private final Renewal renewal;
  private final ProviderBook book;
  private final Troubles troubles;

  Leases(
      Terms terms,
      Names names,
      Purses purses,
      Rack rack,
      Renewal renewal,
      ProviderBook book,
      Troubles troubles) {
    this.terms = terms;
    this.names = names;
    this.purses = purses;
    this.rack = rack;
    this.renewal = renewal;
    this.book = book;
    this.troubles = troubles;
  }

  /** Every call makes another server: there is no idempotency, as at the original. */
  Outcome<MachineId> launch(Token token, Order order, Instant now) {
    if (order.days().isEmpty() && !order.autorenew()) {
      return Outcome.refused("days must be set if autorenew is false.", 422);
    }
    int days = order.days().orElse(Renewal.KEPT_DAYS);
    return Choice.of(order, terms.catalogue())
        .flatMap(this::withRoom)
        .flatMap(
            choice ->
                purses
                    .pay(token, choice.flavor().rent().times(days))
                    .map(_ -> launched(token, order, choice, days, now)));
  }

  private Outcome<Choice> withRoom(Choice choice) {
    return troubles.isClosed(choice.region().slug())
        ? Outcome.refused("No capacity in region " + choice.region().slug() + " now.", 422)
        : Outcome.done(choice);
  }

  private MachineId launched(Token token, Order order, Choice choice, int days, Instant now) {
    var userData = order.userData().map(order.backend()::read).orElseGet(UserData::none);
    var server =
        new Server(
            names.machine(),
            token,
            choice,
            userData,
            order.hostname(),
            Server.Autorenewal.of(order.autorenew()),
            now,
            now.plus(terms.day().times(days)),
            Optional.empty(),
            new State.Building(now.plus(terms.building())));
    rack.put(server);
    writeLaunch(server, days);
    return server.id();
  }

  private void writeLaunch(Server server, int days) {
    book.write(
        new Event.Launched(
            server.token(),
            server.id(),
            server.hostname(),
            server.choice().flavor().slug(),
            server.choice().region().slug(),
            days,
            server.rent().times(days),
            server.expiry()));
  }

  List<Server> of(Token token) {
    return rack.all().stream().filter(server -> server.token().equals(token)).toList();
  }

  Outcome<Server> of(Token token, MachineId id) {
    return rack.find(id)
        .filter(server -> server.token().equals(token))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused("Server not found.", 404));
  }

  private Outcome<Server> live(Token token, MachineId id) {
    return of(token, id)
        .flatMap(
            server ->
                server.hasEnded()
                    ? Outcome.refused("Server is deleted.", 422)
                    : Outcome.done(server));
  }

  /** A server that has been built, so that its machine can be switched. */
  private Outcome<Server> built(Token token, MachineId id) {
    return live(token, id)
        .flatMap(
            server ->
                server.address().isEmpty()
                    ? Outcome.refused("Server is still being built.", 422)
                    : Outcome.done(server));
  }

  private Outcome<Server> notSuspended(Token token, MachineId id) {
    return built(token, id)
        .flatMap(
            server ->
                server.state() instanceof State.Suspended
                    ? Outcome.refused("Server is suspended. Start it first.", 422)
                    : Outcome.done(server));
  }

  Outcome<Server> update(
      Token token, MachineId id, Optional<String> hostname, Optional<Boolean> autorenew) {
    return live(token, id)
        .map(server -> hostname.map(server::named).orElse(server))
        .map(server -> autorenew.map(on -> server.with(Server.Autorenewal.of(on))).orElse(server))
        .map(this::kept);
  }

  private Server kept(Server server) {
    rack.put(server);
    return server;
  }

  Outcome<Server> topUp(Token token, MachineId id, int days, Instant now) {
    return live(token, id).flatMap(server -> renewal.extend(server, days, Cause.REQUEST, now));
  }

  Outcome<Server> start(Token token, MachineId id, Instant now) {
    return built(token, id)
        .flatMap(
            server -> {
              if (server.state() instanceof State.Running) {
                return Outcome.done(server);
              }
              return renewal.isStuck(server, now)
                  ? Outcome.refused(
                      "Not enough on this token to autorenew. Add funds or disable autorenew.", 402)
                  : rack.start(server);
            });
  }

  Outcome<Server> stop(Token token, MachineId id) {
    return built(token, id)
        .map(server -> server.state() instanceof State.Running ? rack.stop(server) : server);
  }

  Outcome<Server> reboot(Token token, MachineId id) {
    return built(token, id)
        .flatMap(
            server ->
                server.state() instanceof State.Running
                    ? rack.reboot(server)
                    : Outcome.refused("Server is not running. Start it first.", 422));
  }

  Outcome<Server> rebuild(Token token, MachineId id) {
    return notSuspended(token, id).flatMap(rack::rebuild);
  }

  Outcome<Server> delete(Token token, MachineId id, Instant now) {
    return live(token, id).map(server -> rack.end(server, EndedBy.MANUAL, now));
  }

  Outcome<Server> forget(Token token, MachineId id, Instant now) {
    return of(token, id)
        .flatMap(
            server ->
                server.state() instanceof State.Ended ended
                    ? Outcome.done(kept(forgotten(server, ended, now)))
                    : Outcome.refused("Only a deleted server can be forgotten.", 422));
  }

  private static Server forgotten(Server server, State.Ended ended, Instant now) {
    var since = ended.forgotten().orElse(now);
    return server.in(new State.Ended(ended.at(), ended.by(), Optional.of(since)));
  }
}
