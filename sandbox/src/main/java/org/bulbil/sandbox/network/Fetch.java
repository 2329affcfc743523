package org.bulbil.sandbox.network;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.bulbil.core.time.Time;

/**
 * One GET over a SOCKS5 proxy (RFC 1928), on a socket whose own port is known before the proxy
 * hears of it: that port is how a control port tells streams apart.
 */
final class Fetch implements AutoCloseable {

  /** Longest header accepted, in bytes; the sandbox's own server sends about 100. */
  private static final int HEADER_MAX = 4096;

  private static final int CHUNK = 1 << 14;

  /**
   * When to stop reading, whichever comes first.
   *
   * @param bytes of the body
   * @param reading from the first byte on; what came by then is the result
   * @param silence without a byte, after which it has failed
   */
  record Budget(long bytes, Duration reading, Duration silence) {}

  private final Socket socket = new Socket();
  private final Time time;

  Fetch(InetSocketAddress proxy, Duration silence, Time time) throws IOException {
    this.time = time;
    socket.setSoTimeout((int) silence.toMillis());
    socket.connect(proxy, (int) silence.toMillis());
  }

  int localPort() {
    return socket.getLocalPort();
  }

  Fetched get(InetSocketAddress server, String path, Budget budget) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), CHUNK));
    var asked = time.now();
    handshake(in, server);
    send(
        ("GET " + path + " HTTP/1.0\r\nHost: " + server.getHostString() + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    skipHeader(in);
    return body(in, budget, asked);
  }

  private void handshake(DataInputStream in, InetSocketAddress server) throws IOException {
    send(new byte[] {5, 1, 0});
    expect(in.readByte() == 5 && in.readByte() == 0, "the proxy wants a password");
    send(
        ByteBuffer.allocate(10)
            .put(new byte[] {5, 1, 0, 1})
            .put(server.getAddress().getAddress())
            .putShort((short) server.getPort())
            .array());
    expect(in.readByte() == 5, "the proxy does not speak SOCKS5");
    int said = in.readByte();
    expect(said == 0, "the network could not connect (SOCKS5 reply " + said + ")");
    in.skipNBytes(8);
  }

  private void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  private static void expect(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  private static void skipHeader(InputStream in) throws IOException {
    var header = new StringBuilder();
    while (header.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended within the header");
      }
      expect(header.length() < HEADER_MAX, "a header of more than " + HEADER_MAX + " bytes");
      header.append((char) next);
    }
    var status = header.substring(0, header.indexOf("\r\n"));
    expect(status.matches("HTTP/1\\.[01] 200.*"), "the server said: " + status);
  }

  private Fetched body(InputStream in, Budget budget, Instant asked) throws IOException {
    var digest = sha256();
    var began = time.now();
    var ends = began.plus(budget.reading());
    var chunk = new byte[CHUNK];
    long bytes = 0;
    int read = in.read(chunk);
    while (read > 0) {
      digest.update(chunk, 0, read);
      bytes += read;
      boolean goOn = bytes < budget.bytes() && time.now().isBefore(ends);
      read = goOn ? in.read(chunk) : -1;
    }
    return new Fetched(
        bytes,
        HexFormat.of().formatHex(digest.digest()),
        Duration.between(asked, began),
        Duration.between(began, time.now()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
