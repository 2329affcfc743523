package org.bulbil.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  private final HttpClient client;
  private final Limits limits;

  public Http(Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.total())
            .build();
  }

  public Outcome<Reply> get(URI uri) {
    return send(request(uri).GET());
  }

  public Outcome<Reply> delete(URI uri) {
    return send(request(uri).DELETE());
  }

  /** Sends {@code body} by {@code method} (POST, PATCH, PUT) as {@code contentType}. */
  public Outcome<Reply> send(String method, URI uri, String contentType, String body) {
    return send(
        request(uri)
            .header("Content-Type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(limits.total()).header("User-Agent", "bulbil/0.1");
  }

  private Outcome<Reply> send(HttpRequest.Builder request) {
    var exchange = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try {
      var reply = exchange.thenApplyAsync(this::read);
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
