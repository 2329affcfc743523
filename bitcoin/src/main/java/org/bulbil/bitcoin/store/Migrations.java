package org.bulbil.bitcoin.store;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Brings a database to the newest form, one numbered script after another. */
final class Migrations {

  /** A line that holds nothing else. */
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*--.*$");

  private final List<String> scripts;

  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  void run(Transaction transaction, Path file) {
    long version = transaction.number("select user_version as n from pragma_user_version");
    if (version > scripts.size()) {
      throw new StoreException(
          "%s has form %d, this program knows forms up to %d; start the newer program"
              .formatted(file, version, scripts.size()));
    }
    for (int next = (int) version; next < scripts.size(); next++) {
      runScript(transaction, scripts.get(next));
      transaction.update("pragma user_version = " + (next + 1));
    }
  }

  private static void runScript(Transaction transaction, String script) {
    for (var statement : COMMENT.matcher(script).replaceAll("").split(";", -1)) {
      if (!statement.isBlank()) {
        transaction.update(statement);
      }
    }
  }
}
