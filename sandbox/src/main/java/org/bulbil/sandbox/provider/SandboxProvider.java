package org.bulbil.sandbox.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.estate.Estate;
import org.bulbil.sandbox.provider.estate.Invoice;
import org.bulbil.sandbox.provider.estate.Ports;
import org.bulbil.sandbox.provider.estate.Server;
import org.bulbil.sandbox.provider.estate.Terms;
import org.bulbil.sandbox.provider.trouble.Troubles;

/** A running provider. Safe for use by several threads. */
public final class SandboxProvider implements AutoCloseable {

  private final ProviderBook book;
  private final Troubles troubles = new Troubles();
  private final Estate estate;
  private final Ports ports;
  private final InetSocketAddress listen;

  private SandboxProvider(InetSocketAddress listen, Terms terms, Ports ports) {
    this.listen = listen;
    this.ports = ports;
    book = new ProviderBook(ports.time());
    estate = new Estate(terms, ports, book, troubles);
  }

  /**
   * Opens for business.
   *
   * @param listen a loopback address; port 0 for any free one
   * @throws IOException where the address cannot be had
   */
  public static SandboxProvider open(InetSocketAddress listen, Terms terms, Ports ports)
      throws IOException {
    return new SandboxProvider(listen, terms, ports);
  }

  /** Where the API is, without a slash at the end. */
  public URI uri() {
    return URI.create("http://" + listen.getHostString() + ":" + listen.getPort());
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

  /** Stops answering and wipes every server. */
  @Override
  public void close() {
    ports.machines().close();
  }
}
