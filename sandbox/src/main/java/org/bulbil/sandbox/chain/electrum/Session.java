package org.bulbil.sandbox.chain.electrum;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.bulbil.sandbox.chain.ChainEvent;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.ChainView;
import org.bulbil.sandbox.chain.ledger.ScriptHash;

/** One client: its socket, and what it has subscribed to. */
final class Session {

  /** The largest standard transaction in hexadecimal is 800 kB; a batch may be longer. */
  private static final int MAX_LINE_BYTES = 2 << 20;

  private final ReentrantLock writing = new ReentrantLock();
  private final RegtestChain chain;
  private final Socket socket;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Methods methods;

  Session(RegtestChain chain, Socket socket) {
    this.chain = chain;
    this.socket = socket;
    this.methods = new Methods(chain, subscriptions);
  }

  /** Answers line after line until the client goes or sends too long a one. */
  void serve() throws IOException {
    var in = new BufferedInputStream(socket.getInputStream());
    for (var line = readLine(in); line.isPresent(); line = readLine(in)) {
      send(Rpc.answer(line.get(), methods::call));
    }
  }

  private static Optional<String> readLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() == MAX_LINE_BYTES) {
        return Optional.empty();
      }
      line.write(next);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  private void send(String line) throws IOException {
    writing.lock();
    try {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } finally {
      writing.unlock();
    }
  }

  /** Tells the client what it has subscribed to, as it happens, until interrupted. */
  void tell(long start) throws IOException, InterruptedException {
    for (long cursor = start; true; ) {
      var batch = chain.events().await(cursor);
      cursor = batch.next();
      boolean blocks = batch.missed() > 0 || batch.events().stream().anyMatch(Session::isBlock);
      for (String line : chain.read(view -> news(blocks, view))) {
        send(line);
      }
    }
  }

  private static boolean isBlock(ChainEvent event) {
    return switch (event) {
      case ChainEvent.BlockConnected _, ChainEvent.BlockDisconnected _ -> true;
      case ChainEvent.TransactionWaiting _, ChainEvent.TransactionDropped _ -> false;
    };
  }

  private List<String> news(boolean blocks, ChainView view) {
    var lines = new ArrayList<String>();
    if (blocks && subscriptions.wantsHeaders()) {
      lines.add(Rpc.notification("blockchain.headers.subscribe", List.of(Methods.tip(view.tip()))));
    }
    subscriptions.changed(view, (script, status) -> lines.add(news(script, status)));
    return lines;
  }

  private static String news(ScriptHash script, Optional<String> status) {
    return Rpc.notification(
        "blockchain.scripthash.subscribe",
        List.of(script.value().reversed().toHex(), Rpc.orNull(status)));
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      System.getLogger(Session.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
    }
  }
}
