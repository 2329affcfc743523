package org.bulbil.sandbox.chain.esplora;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A client that knows nothing but HTTP and JSON. */
final class Visitor implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final Duration patience;

  Visitor(URI base, Duration patience) {
    this.base = base;
    this.patience = patience;
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
  }

  String text(String path) throws IOException, InterruptedException {
    return new String(get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> object(String path) throws IOException, InterruptedException {
    return (Map<String, Object>) Jsonb.instance().type(Object.class).fromJson(text(path));
  }

  @SuppressWarnings("unchecked")
  List<Object> list(String path) throws IOException, InterruptedException {
    return (List<Object>) Jsonb.instance().type(Object.class).fromJson(text(path));
  }

  JsonTree tree(String path) throws IOException, InterruptedException {
    return new JsonTree(Jsonb.instance().type(Object.class).fromJson(text(path)));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
