package org.bulbil.atlas.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as they stand in the tables: seconds since 1970, or null. */
final class Moments {

  private Moments() {}

  static @Nullable Long seconds(Optional<Instant> moment) {
    return moment.map(Instant::getEpochSecond).orElse(null);
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochSecond(row.getLong(column));
  }

  static Optional<Instant> perhaps(ResultSet row, String column) throws SQLException {
    long seconds = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
  }
}
