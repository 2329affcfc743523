package org.bulbil.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bulbil.core.outcome.Outcome;

/**
 * One exchange with a plain http server through a {@link Tunnel}. The JDK's client asks a proxy to
 * CONNECT for https alone; for http it would hand it the whole request, which tor refuses. Onion
 * services speak plain http, since the address itself is the key.
 */
final class TunnelledExchange {

  private static final int HTTP_PORT = 80;

  private final Tunnel tunnel;
  private final Http.Limits limits;

  TunnelledExchange(Tunnel tunnel, Http.Limits limits) {
    this.tunnel = tunnel;
    this.limits = limits;
  }

  Outcome<Reply> send(Request request) {
    try (var socket = new Socket()) {
      var talk =
          CompletableFuture.supplyAsync(() -> talk(socket, request), Thread::startVirtualThread);
      return talk.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Outcome.unknown("no complete answer within " + limits.total().toSeconds() + " s");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a tunnelled exchange broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.unknown("interrupted while waiting for an answer");
    } catch (IOException e) {
      return Outcome.unknown("no connection (a socket cannot be closed)");
    }
  }

  /** The caller closes the socket, which also ends a talk that has taken too long. */
  private Outcome<Reply> talk(Socket socket, Request request) {
    try {
      socket.connect(tunnel.resolved());
      var out = socket.getOutputStream();
      var in = new Incoming(new BufferedInputStream(socket.getInputStream()));
      write(out, "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\n\r\n".formatted(target(request.uri())));
      int opened = in.status();
      var _ = in.headers();
      if (opened != 200) {
        return Outcome.unknown("the tunnel does not get through (" + opened + ")");
      }
      write(out, text(request));
      return in.reply(limits.maxBytes());
    } catch (IOException e) {
      return Outcome.unknown("no connection (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String target(URI uri) {
    return uri.getHost() + ":" + (uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
  }

  private static String text(Request request) {
    var uri = request.uri();
    var text = new StringBuilder();
    var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    text.append(request.method()).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    header(text, "Host", uri.getPort() < 0 ? uri.getHost() : target(uri));
    header(text, "Connection", "close");
    header(text, "User-Agent", Http.AGENT);
    request.headers().forEach((name, value) -> header(text, name, value));
    if (request.hasBody()) {
      int length = request.body().getBytes(StandardCharsets.UTF_8).length;
      header(text, "Content-Length", Integer.toString(length));
    }
    return text.append("\r\n").append(request.body()).toString();
  }

  private static void header(StringBuilder text, String name, String value) {
    if ((name + value).chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a header with a control character");
    }
    text.append(name).append(": ").append(value).append("\r\n");
  }
}
