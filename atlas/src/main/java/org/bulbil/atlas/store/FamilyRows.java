package org.bulbil.atlas.store;

import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Families of one update: each list is a row, named by its digest, for all who have it. */
final class FamilyRows {

  private static final Jsonb JSON = Jsonb.instance();

  /** Enough that no two lists are ever named alike. */
  private static final int DIGEST_BYTES = 16;

  private final Rows rows;
  private final Set<String> kept = new HashSet<>();

  FamilyRows(Rows rows) {
    this.rows = rows;
  }

  /** Its digest; the list is written where it is new. */
  @Nullable String keep(@Nullable List<String> members) throws SQLException {
    if (members == null) {
      return null;
    }
    var text = JSON.toJson(members);
    var digest = digest(text);
    if (kept.add(digest)) {
      rows.change(
          "insert into family (digest, members) values (?, ?) on conflict do nothing",
          digest,
          text);
    }
    return digest;
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      var hash = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Forgets lists that no relay has. */
  void forgetUnused() throws SQLException {
    rows.change(
        """
        delete from family where digest not in (
          select effective from relay where effective is not null
          union select alleged from relay where alleged is not null
          union select indirect from relay where indirect is not null)
        """);
    kept.clear();
  }
}
