package org.bulbil.sandbox.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.provider.api.ApiServer;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.estate.Invoice;
import org.bulbil.sandbox.provider.estate.Message;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Server;
import org.bulbil.sandbox.provider.estate.Terms;
import org.bulbil.sandbox.provider.trouble.Moment;
import org.bulbil.sandbox.provider.trouble.Troubles;
import org.bulbil.wire.Endpoint;

/**
 * A running provider. Safe for use by several threads.
 *
 * <p>It has three lives: the business, which lasts as long as this object; the thread that keeps
 * it, until {@link #close}; and the API, which can be unplugged and plugged in again.
 */
public final class SandboxProvider implements AutoCloseable {

  private final ProviderBook book;
  private final Troubles troubles = new Troubles();
  private final Estate estate;
  private final Ports ports;
  private final InetSocketAddress address;
  private final Ticker ticker;
  private Optional<ApiServer> api;

  private SandboxProvider(InetSocketAddress listen, Terms terms, Ports ports) throws IOException {
    this.ports = ports;
    book = new ProviderBook(ports.time());
    estate = new Estate(terms, ports, book, troubles);
    var opened = api(listen);
    api = Optional.of(opened);
    address = opened.address();
    ticker = Ticker.start(estate::tick, terms.day(), ports.time());
  }

  private ApiServer api(InetSocketAddress listen) throws IOException {
    return ApiServer.open(listen, estate, book, troubles, ports.time());
  }

  /**
   * Opens for business.
   *
   * @param listen a loopback address; port 0 for any free one
   * @param ports of which the machines belong to the provider from now on: it closes them
   * @throws IOException where the address cannot be had
   */
  public static SandboxProvider open(InetSocketAddress listen, Terms terms, Ports ports)
      throws IOException {
    return new SandboxProvider(listen, terms, ports);
  }

  /** Where the API is, without a slash at the end. It stays the same over an outage. */
  public URI uri() {
    return Endpoint.http(address);
  }

  public ProviderBook book() {
    return book;
  }

  public Troubles troubles() {
    return troubles;
  }

  /** Every server that is not yet removed (90 days after its end), in the order of launches. */
  public List<Server> servers() {
    return estate.servers();
  }

  /** Every invoice, oldest first. */
  public List<Invoice> invoices() {
    return estate.invoices();
  }

  /** Leaves a message of the provider at a token, as about abuse. */
  public Outcome<List<Message>> say(Token token, String text) {
    return estate.say(token, Message.Sender.SPORESTACK, text);
  }

  /**
   * Deletes a server "by sporestack", as for a breach of the rules.
   *
   * @return false where there is no live server of that id
   */
  public boolean ban(MachineId machine) {
    return estate.ban(machine);
  }

  /**
   * Does what has fallen due and takes what has arrived at the till. A thread of the provider does
   * this all the time; a test with a clock of its own may do it at its own moments.
   */
  public void tick() {
    estate.tick();
  }

  /** An outage: nobody listens any more, while servers, leases and money go on. */
  public synchronized void unplug() {
    api.ifPresent(ApiServer::close);
    api = Optional.empty();
  }

  /**
   * Kills the front at {@code moment}, as {@code kill -9} would: connections break in the middle of
   * their requests, and nobody listens until {@link #plugIn}. What the front has done until then is
   * done: the business is the database behind it. Without a front, nothing happens.
   */
  public synchronized void crash(Moment moment) {
    api.ifPresent(front -> front.crash(moment));
  }

  /** Whether somebody listens. */
  public synchronized boolean isOpen() {
    return api.filter(ApiServer::isStanding).isPresent();
  }

  /**
   * Ends an outage.
   *
   * @throws IOException where the address was taken meanwhile
   */
  public synchronized void plugIn() throws IOException {
    if (!isOpen()) {
      unplug();
      api = Optional.of(api(address));
    }
  }

  /** Stops answering and wipes every server. The book stays readable. */
  @Override
  public void close() {
    unplug();
    ticker.close();
    ports.machines().close();
  }
}
