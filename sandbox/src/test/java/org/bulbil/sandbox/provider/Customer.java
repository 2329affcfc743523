package org.bulbil.sandbox.provider;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the API as any HTTP client would, and reads JSON as a tree: it knows no message class. */
public final class Customer implements AutoCloseable {

  private static final Jsonb JSON = Jsonb.builder().serializeNulls(true).build();

  /** An answer. */
  public record Reply(int status, String type, String body) {

    public Object json() {
      return JSON.type(Object.class).fromJson(body);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> object() {
      return (Map<String, Object>) json();
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list() {
      return (List<Map<String, Object>>) json();
    }

    public String text(String field) {
      return String.valueOf(object().get(field));
    }

    public long number(String field) {
      return ((Number) Objects.requireNonNull(object().get(field), field)).longValue();
    }

    /** The reason in a refusal, whatever its form. */
    public String detail() {
      return String.valueOf(object().get("detail"));
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  public Customer(URI base) {
    this.base = base;
  }

  public Reply get(String path) {
    return send("GET", path, "");
  }

  public Reply delete(String path) {
    return send("DELETE", path, "");
  }

  public Reply post(String path) {
    return send("POST", path, "");
  }

  public Reply post(String path, Map<String, ?> body) {
    return send("POST", path, JSON.toJson(body));
  }

  public Reply patch(String path, Map<String, ?> body) {
    return send("PATCH", path, JSON.toJson(body));
  }

  /** Sends what may be no JSON at all. */
  public Reply send(String method, String path, String body) {
    try {
      return send(method, path, body, Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new AssertionError("no answer to " + method + " " + path, e);
    }
  }

  /** As {@link #send(String, String, String)}; fails where no answer comes in time. */
  public Reply send(String method, String path, String body, Duration patience) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      var type = response.headers().firstValue("Content-Type").orElse("");
      return new Reply(response.statusCode(), type, response.body());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** A launch of the 38-cent plan in New Jersey for a day, without autorenewal. */
  public static Map<String, Object> order() {
    var order = new LinkedHashMap<String, Object>();
    order.put("flavor", "vc2-1c-1gb");
    order.put("ssh_key", "ssh-ed25519 AAAAC3Nz nobody");
    order.put("operating_system", "debian-12");
    order.put("provider", "vultr");
    order.put("region", "ewr");
    order.put("days", 1);
    order.put("autorenew", false);
    order.put("hostname", "bulb");
    order.put("user_data", null);
    return order;
  }

  /** {@link #order} with one field changed; null for a JSON null. */
  public static Map<String, Object> order(String field, @Nullable Object value) {
    var order = order();
    order.put(field, value);
    return order;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
