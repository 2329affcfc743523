package org.bulbil.atlas.testing;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON of any form, for tests: what is not there is an error of the test, unless asked for. */
public final class Tree {

  private static final JsonType<Object> ANY = Jsonb.instance().type(Object.class);

  private final @Nullable Object value;

  private Tree(@Nullable Object value) {
    this.value = value;
  }

  public static Tree parse(String json) {
    return new Tree(ANY.fromJson(json));
  }

  public static Tree parse(byte[] json) {
    return parse(new String(json, StandardCharsets.UTF_8));
  }

  public Tree get(String key) {
    return find(key).orElseThrow(() -> new AssertionError("no " + key + " in " + this));
  }

  /** Empty where it is not there, or null. */
  public Optional<Tree> find(String key) {
    return Optional.ofNullable(map().get(key)).map(Tree::new);
  }

  public boolean has(String key) {
    return map().containsKey(key);
  }

  public Map<?, ?> map() {
    return as(Map.class);
  }

  public Stream<Tree> each() {
    List<?> list = as(List.class);
    return list.stream().map(one -> new Tree(one));
  }

  public List<String> texts() {
    return each().map(Tree::text).toList();
  }

  public String text() {
    return as(String.class);
  }

  public int number() {
    return as(Number.class).intValue();
  }

  public double decimal() {
    return as(Number.class).doubleValue();
  }

  public boolean truth() {
    return as(Boolean.class);
  }

  private <T> T as(Class<T> type) {
    if (!type.isInstance(value)) {
      throw new AssertionError("not a " + type.getSimpleName() + ": " + value);
    }
    return type.cast(value);
  }

  @Override
  public String toString() {
    return Objects.toString(value);
  }
}
