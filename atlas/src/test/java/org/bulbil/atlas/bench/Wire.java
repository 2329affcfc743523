package org.bulbil.atlas.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A keep-alive connection of a client that costs little itself. */
final class Wire implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final byte[] sink = new byte[1 << 16];

  Wire(InetSocketAddress address) throws IOException {
    this.socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** Asks, reads the whole answer, which must be 200, and says how long its body was. */
  long get(String target, String headers) throws IOException {
    var request = "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    if (!line().contains(" 200 ")) {
      throw new IOException("not 200: " + target);
    }
    long length = -1;
    for (var line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Long.parseLong(line.substring(15).strip());
      }
    }
    return length >= 0 ? skip(length) : chunks();
  }

  private long chunks() throws IOException {
    long all = 0;
    for (long size = chunk(); size > 0; size = chunk()) {
      all += skip(size);
      line();
    }
    line();
    return all;
  }

  private long chunk() throws IOException {
    return Long.parseLong(line(), 16);
  }

  private long skip(long length) throws IOException {
    for (long left = length; left > 0; ) {
      int read = in.read(sink, 0, (int) Math.min(left, sink.length));
      if (read < 0) {
        throw new EOFException();
      }
      left -= read;
    }
    return length;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int letter = in.read(); letter != '\n'; letter = in.read()) {
      if (letter < 0) {
        throw new EOFException();
      }
      if (letter != '\r') {
        line.append((char) letter);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
