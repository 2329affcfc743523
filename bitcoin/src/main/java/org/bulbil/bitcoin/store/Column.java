package org.bulbil.bitcoin.store;

/**
 * A column of a {@link Sheet}: what it is called, what it holds, and whether it may be empty.
 *
 * @param name lower case, and no word of SQL
 */
public record Column(String name, Kind kind, boolean isOptional) {

  /** What a column holds; instants are numbers of milliseconds since 1970. */
  public enum Kind {
    NUMBER("integer"),
    TEXT("text"),
    BYTES("blob");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }
  }

  public static Column number(String name) {
    return new Column(name, Kind.NUMBER, false);
  }

  public static Column text(String name) {
    return new Column(name, Kind.TEXT, false);
  }

  public static Column bytes(String name) {
    return new Column(name, Kind.BYTES, false);
  }

  /** The same column, which may be empty. */
  public Column optional() {
    return new Column(name, kind, true);
  }

  /** As SQLite defines it. */
  String sql() {
    return name + " " + kind.sql + (isOptional ? "" : " not null");
  }
}
