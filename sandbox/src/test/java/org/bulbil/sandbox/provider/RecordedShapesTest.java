package org.bulbil.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Our objects have at least the fields of those recorded from the original's own client, each of
 * the same JSON type.
 */
class RecordedShapesTest {

  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void tokenInfo() throws IOException {
    var ours = shop.customer.get("/token/" + shop.mint() + "/info").object();
    assertShape("token", ours, recorded("sporestack-v2-token-info.json"));
  }

  @Test
  void serverInfo() throws IOException {
    var token = shop.funded(5);
    var ours = shop.server(token, shop.launch(token, Customer.order())).object();
    assertShape("server", ours, recorded("sporestack-v2-server-info.json"));
  }

  /** The flavor in the catalogue is the flavor in a server, and has the recorded price and size. */
  @Test
  @SuppressWarnings("unchecked")
  void flavor() throws IOException {
    var server = recorded("sporestack-v2-server-info.json");
    var recorded = (Map<String, Object>) Objects.requireNonNull(server.get("flavor"));
    var ours = shop.customer.get("/slugs/flavors").list().get(2);
    assertShape("flavor", ours, recorded);
    for (var field : new String[] {"cores", "memory", "disk", "price", "ipv4"}) {
      assertThat(ours.get(field)).as(field).isEqualTo(recorded.get(field));
    }
  }

  @Test
  void refusal() throws IOException {
    var ours = shop.customer.get("/nowhere").object();
    assertShape("refusal", ours, recorded("sporestack-v2-error-detail-string.json"));
  }

  private static void assertShape(String what, Map<?, ?> ours, Map<?, ?> recorded) {
    recorded.forEach(
        (field, value) -> {
          assertThat(ours.containsKey(field)).as("%s has %s", what, field).isTrue();
          assertThat(kind(ours.get(field))).as("%s.%s", what, field).isEqualTo(kind(value));
          if (value instanceof Map<?, ?> inner && ours.get(field) instanceof Map<?, ?> own) {
            assertShape(what + "." + field, own, inner);
          }
        });
  }

  private static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String _ -> "string";
      case Boolean _ -> "boolean";
      case Number _ -> "number";
      case Map<?, ?> _ -> "object";
      default -> "array";
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> recorded(String name) throws IOException {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve("shared/data/providers").resolve(name);
      if (Files.exists(file)) {
        var json = Jsonb.builder().build().type(Object.class);
        return (Map<String, Object>) json.fromJson(Files.readString(file));
      }
    }
    assumeTrue(false, "the recorded sample " + name + " is not on this machine");
    throw new AssertionError("not reached");
  }
}
