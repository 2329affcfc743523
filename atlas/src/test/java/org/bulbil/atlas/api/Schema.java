package org.bulbil.atlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bulbil.atlas.testing.Tree;

/** As much of JSON Schema as our description uses. */
final class Schema {

  private static final String PREFIX = "#/components/schemas/";

  private Schema() {}

  /** Fails where {@code value} has a field that is not described, or lacks one that must be. */
  static void check(Tree description, Tree schema, Tree value, String where) {
    if (schema.has("$ref")) {
      var name = schema.get("$ref").text().substring(PREFIX.length());
      check(description, description.get("components").get("schemas").get(name), value, where);
      return;
    }
    switch (schema.get("type").text()) {
      case "object" -> object(description, schema, value, where);
      case "array" ->
          value.each().forEach(one -> check(description, schema.get("items"), one, where + "[]"));
      case "string" -> text(schema, value, where);
      case "integer" -> assertThat(value.decimal()).as(where).isEqualTo(Math.rint(value.decimal()));
      case "number" -> assertThat(value.decimal()).as(where).isNotNaN();
      case "boolean" -> assertThat(value.truth()).as(where).isIn(true, false);
      default -> throw new AssertionError(where + ": " + schema);
    }
  }

  private static void object(Tree description, Tree schema, Tree value, String where) {
    if (schema.has("properties")) {
      for (var key : value.map().keySet()) {
        var name = String.valueOf(key);
        assertThat(schema.get("properties").has(name)).as(where + "." + name).isTrue();
        check(description, schema.get("properties").get(name), value.get(name), where + "." + name);
      }
    }
    for (var name : schema.find("required").map(Tree::texts).orElse(List.of())) {
      assertThat(value.has(name)).as(where + "." + name + " is required").isTrue();
    }
  }

  private static void text(Tree schema, Tree value, String where) {
    schema
        .find("enum")
        .ifPresent(words -> assertThat(words.texts()).as(where).contains(value.text()));
    assertThat(value.text()).as(where).isNotNull();
  }
}
