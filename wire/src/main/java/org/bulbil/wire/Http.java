package org.bulbil.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.bulbil.core.outcome.Outcome;

/**
 * An HTTP/1.1 client that always comes back: within a total time, with at most so many bytes, never
 * following a redirect. Safe for use by several threads.
 *
 * <p>HTTP/2 is left off: some servers of this field (an old bcoin among them) drop the connection
 * on an upgrade request.
 */
public final class Http implements AutoCloseable {

  /**
   * How much of an answer we wait for.
   *
   * @param total from the first byte sent to the last byte read
   * @param maxBytes of the body
   */
  public record Limits(Duration total, int maxBytes) {

    /** 30 s, three times the slowest answer of a provider seen over Tor; 4 MiB, a full block. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), 4 << 20);
  }

  private static final int COPIED_AT_A_TIME = 64 << 10;

  static final String AGENT = "bulbil/0.1";

  private final HttpClient client;
  private final Limits limits;
  private final Optional<Tunnel> tunnel;

  /** Connects directly. */
  public Http(Limits limits) {
    this(limits, Optional.empty());
  }

  /** Connects through {@code tunnel}, and never past it, where there is one. */
  public Http(Limits limits, Optional<Tunnel> tunnel) {
    this.limits = limits;
    this.tunnel = tunnel;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.total());
    tunnel.map(through -> ProxySelector.of(through.resolved())).ifPresent(builder::proxy);
    this.client = builder.build();
  }

  public Outcome<Reply> get(URI uri) {
    return exchange(Request.of("GET", uri));
  }

  public Outcome<Reply> delete(URI uri) {
    return exchange(Request.of("DELETE", uri));
  }

  /** Sends {@code body} by {@code method} (POST, PATCH, PUT) as {@code contentType}. */
  public Outcome<Reply> send(String method, URI uri, String contentType, String body) {
    return exchange(Request.of(method, uri).withBody(contentType, body));
  }

  /** Sends {@code request}, once. */
  public Outcome<Reply> exchange(Request request) {
    return tunnel.isPresent() && "http".equalsIgnoreCase(request.uri().getScheme())
        ? new TunnelledExchange(tunnel.get(), limits).send(request)
        : send(request, this::read);
  }

  /**
   * Sends {@code request}, once, and writes the body of the answer into {@code file}, so that it
   * takes no memory; the answer comes back without it. Through a tunnel plain http is not possible.
   */
  public Outcome<Reply> download(Request request, Path file) {
    return tunnel.isPresent() && "http".equalsIgnoreCase(request.uri().getScheme())
        ? Outcome.refused("a download through a tunnel needs https", 0)
        : send(request, response -> save(response, file));
  }

  /** Sends {@code request}, once, with these bytes as its body. Not through a tunnel in plain. */
  public Outcome<Reply> upload(Request request, byte[] body) {
    return tunnel.isPresent() && "http".equalsIgnoreCase(request.uri().getScheme())
        ? Outcome.refused("an upload through a tunnel needs https", 0)
        : send(complete(request, HttpRequest.BodyPublishers.ofByteArray(body)), this::read);
  }

  private HttpRequest complete(Request request) {
    return complete(
        request,
        request.hasBody()
            ? HttpRequest.BodyPublishers.ofString(request.body())
            : HttpRequest.BodyPublishers.noBody());
  }

  private HttpRequest complete(Request request, HttpRequest.BodyPublisher body) {
    var complete =
        HttpRequest.newBuilder(request.uri())
            .timeout(limits.total())
            .header("User-Agent", AGENT)
            .method(request.method(), body);
    request.headers().forEach(complete::header);
    return complete.build();
  }

  private Outcome<Reply> send(
      Request request, Function<HttpResponse<InputStream>, Outcome<Reply>> reading) {
    return send(complete(request), reading);
  }

  private Outcome<Reply> send(
      HttpRequest request, Function<HttpResponse<InputStream>, Outcome<Reply>> reading) {
    var exchange = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      var reply = exchange.thenApplyAsync(reading);
      return reply.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon(exchange);
      return Outcome.unknown("no complete answer within " + limits.total().toSeconds() + " s");
    } catch (ExecutionException e) {
      return Outcome.unknown(cause(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      abandon(exchange);
      Thread.currentThread().interrupt();
      return Outcome.unknown("interrupted while waiting for an answer");
    }
  }

  private Outcome<Reply> read(HttpResponse<InputStream> response) {
    try (var body = response.body()) {
      var bytes = body.readNBytes(limits.maxBytes() + 1);
      return bytes.length > limits.maxBytes()
          ? Outcome.unknown("an answer of more than " + limits.maxBytes() + " bytes")
          : Outcome.done(new Reply(response.statusCode(), response.headers(), bytes));
    } catch (IOException e) {
      return Outcome.unknown(cause(e));
    }
  }

  private Outcome<Reply> save(HttpResponse<InputStream> response, Path file) {
    try (var body = response.body();
        var out = Files.newOutputStream(file)) {
      long left = limits.maxBytes();
      var buffer = new byte[COPIED_AT_A_TIME];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        left -= read;
        if (left < 0) {
          return Outcome.unknown("an answer of more than " + limits.maxBytes() + " bytes");
        }
        out.write(buffer, 0, read);
      }
      return Outcome.done(new Reply(response.statusCode(), response.headers(), new byte[0]));
    } catch (IOException e) {
      return Outcome.unknown(cause(e));
    }
  }

  /** Ends an exchange that has run out of time, also when its answer trickles in for ever. */
  private static void abandon(CompletableFuture<HttpResponse<InputStream>> exchange) {
    exchange.cancel(true);
    var _ = exchange.thenAccept(Http::closeQuietly);
  }

  private static void closeQuietly(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // The answer was given up already; there is nothing left to save.
    }
  }

  /** The kind of failure without its message, which may hold the URL and so a token. */
  private static String cause(Throwable failure) {
    return failure instanceof HttpTimeoutException
        ? "no answer in time"
        : "no connection (" + failure.getClass().getSimpleName() + ")";
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
