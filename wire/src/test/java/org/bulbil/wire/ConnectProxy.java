package org.bulbil.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy on loopback that, like tor's HTTPTunnelPort, understands CONNECT alone; whatever name it
 * is told, it leads to one server.
 */
final class ConnectProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int behind;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What it answers to CONNECT. */
  volatile String verdict = "HTTP/1.1 200 OK";

  /**
   * @param behind port of the server that it leads to
   */
  ConnectProxy(int behind) {
    this.behind = behind;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::serve);
  }

  Tunnel tunnel() {
    return Tunnel.parse("127.0.0.1:" + door.getLocalPort());
  }

  /** The first lines of all that were here. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        var visitor = door.accept();
        Thread.startVirtualThread(() -> welcome(visitor));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void welcome(Socket visitor) {
    try (visitor;
        var server = new Socket()) {
      var first = line(visitor.getInputStream());
      asked.add(first);
      while (!line(visitor.getInputStream()).isEmpty()) {}
      var known = first.startsWith("CONNECT ") ? verdict : "HTTP/1.1 405 Method Not Allowed";
      visitor.getOutputStream().write((known + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      if (known.contains(" 200 ")) {
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), behind));
        Thread.startVirtualThread(() -> copy(visitor, server));
        server.getInputStream().transferTo(visitor.getOutputStream());
      }
    } catch (IOException e) {
      // Who is there has seen enough.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // The other side has ended the talk.
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
