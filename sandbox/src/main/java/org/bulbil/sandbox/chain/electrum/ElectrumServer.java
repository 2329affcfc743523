package org.bulbil.sandbox.chain.electrum;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bulbil.sandbox.chain.RegtestChain;

/** An Electrum server on plain TCP. Several may serve the same chain. */
public final class ElectrumServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ElectrumServer.class.getName());

  /** Clients at the same time; the next ones are hung up on. */
  private static final int MAX_CLIENTS = 100;

  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RegtestChain chain;
  private final ServerSocket socket;

  private ElectrumServer(RegtestChain chain, ServerSocket socket) {
    this.chain = chain;
    this.socket = socket;
  }

  /**
   * Starts a server.
   *
   * @param address port 0 for any
   * @throws IOException where the address cannot be had
   */
  public static ElectrumServer start(RegtestChain chain, InetSocketAddress address)
      throws IOException {
    var socket = new ServerSocket();
    socket.bind(address);
    var server = new ElectrumServer(chain, socket);
    server.threads.execute(server::accept);
    return server;
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void accept() {
    try {
      while (true) {
        welcome(socket.accept());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "no more clients", e);
    }
  }

  private void welcome(Socket client) throws IOException {
    var session = new Session(chain, client);
    if (sessions.size() >= MAX_CLIENTS) {
      session.close();
      return;
    }
    client.setTcpNoDelay(true);
    sessions.add(session);
    threads.execute(() -> serve(session));
  }

  private void serve(Session session) {
    long now = chain.events().end();
    var teller = threads.submit(() -> tell(session, now));
    try {
      session.serve();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a client has gone", e);
    } finally {
      teller.cancel(true);
      sessions.remove(session);
      session.close();
    }
  }

  private static void tell(Session session, long now) {
    try {
      session.tell(now);
    } catch (IOException e) {
      session.close(); // Nobody listens: its reader ends as well.
    } catch (InterruptedException e) {
      // The client has gone: that is how this thread ends.
    }
  }

  /** Hangs up on everybody and gives the port back. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing", e);
    }
    sessions.forEach(Session::close);
  }
}
