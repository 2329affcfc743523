package org.bulbil.agent.bundle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.bulbil.agent.status.PlainWords;

/**
 * Lets anybody fetch one file that is known by its hash: {@code GET /PATH/SHA256.ENDING}, whole or
 * from some byte on (RFC 9110 §14), within an {@link Allowance}. It is handed out only while its
 * content has the hash in its name.
 */
public final class FileDoor implements HttpHandler {

  private static final int CHUNK_BYTES = 64 << 10;

  /** A visitor for whom there is no place asks again after so many seconds. */
  private static final int BUSY_SECONDS = 15;

  private final String path;
  private final Parcel parcel;
  private final CheckedFile file;
  private final Allowance allowance;

  /**
   * @param path below which it answers, with a slash at its end
   * @param file where the parcel should be; where there is none, or another, nobody gets anything
   */
  public FileDoor(String path, Parcel parcel, Path file, Allowance allowance) {
    this.path = path;
    this.parcel = parcel;
    this.file = new CheckedFile(parcel, file);
    this.allowance = allowance;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Accept-Ranges", "bytes");
      headers.set("ETag", "\"" + parcel.hash() + "\"");
      headers.set("X-Content-Type-Options", "nosniff");
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange);
        case "HEAD" -> head(exchange);
        default -> PlainWords.send(exchange, 405, "What is handed on is read-only.");
      }
    }
  }

  private boolean isAskedFor(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().equals(path + parcel.fileName());
  }

  private void head(HttpExchange exchange) throws IOException {
    if (isAskedFor(exchange) && file.isWhole()) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(parcel.bytes()));
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private void get(HttpExchange exchange) throws IOException {
    if (!isAskedFor(exchange) || !file.isWhole()) {
      PlainWords.send(exchange, 404, "This server hands on no such " + parcel.noun() + ".");
      return;
    }
    var range = ByteRange.parse(asked(exchange), parcel.bytes());
    if (range.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + parcel.bytes());
      PlainWords.send(exchange, 416, "The " + parcel.noun() + " has no such bytes.");
    } else if (!allowance.enter()) {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(BUSY_SECONDS));
      PlainWords.send(exchange, 503, "Others are fetching; come back soon.");
    } else {
      try {
        give(exchange, range.get());
      } finally {
        allowance.leave();
      }
    }
  }

  /** A range that was meant for another file is no range (RFC 9110 §13.1.5). */
  private Optional<String> asked(HttpExchange exchange) {
    var condition = exchange.getRequestHeaders().getFirst("If-Range");
    var isMeant = condition == null || condition.equals("\"" + parcel.hash() + "\"");
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).filter(_ -> isMeant);
  }

  private void give(HttpExchange exchange, ByteRange range) throws IOException {
    var visitor = exchange.getRemoteAddress().getAddress();
    if (!allowance.grant(visitor, range.length())) {
      var wait = Math.max(1, allowance.untilTomorrow().toSeconds());
      exchange.getResponseHeaders().set("Retry-After", Long.toString(wait));
      PlainWords.send(exchange, 429, "That is all for today; ask a mirror, or come back tomorrow.");
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", parcel.type());
    if (range.length() < parcel.bytes()) {
      headers.set("Content-Range", range.header(parcel.bytes()));
    }
    send(exchange, visitor, range);
  }

  private void send(HttpExchange exchange, InetAddress visitor, ByteRange range)
      throws IOException {
    long sent = 0;
    try (var content = FileChannel.open(file.path()).position(range.first())) {
      exchange.sendResponseHeaders(range.length() < parcel.bytes() ? 206 : 200, range.length());
      var from = Channels.newInputStream(content);
      for (int count = 0; count >= 0 && sent < range.length(); sent += Math.max(count, 0)) {
        count = copy(from, exchange.getResponseBody(), range.length() - sent);
      }
    } finally {
      allowance.giveBack(visitor, range.length() - sent);
    }
  }

  private static int copy(InputStream from, OutputStream to, long most) throws IOException {
    var chunk = new byte[(int) Math.min(CHUNK_BYTES, most)];
    int count = from.read(chunk);
    to.write(chunk, 0, Math.max(count, 0));
    return count;
  }
}
