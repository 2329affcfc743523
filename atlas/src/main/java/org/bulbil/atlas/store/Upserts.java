package org.bulbil.atlas.store;

/** How rows are written that may be there already; what is as it was is not written again. */
final class Upserts {

  static final String RELAY =
      """
      insert into relay (fingerprint, details, effective, alleged, indirect, changed)
      values (?, ?, ?, ?, ?, ?)
      on conflict (fingerprint) do update set details = excluded.details,
        effective = excluded.effective, alleged = excluded.alleged,
        indirect = excluded.indirect, changed = excluded.changed
      where relay.details <> excluded.details
        or relay.effective is distinct from excluded.effective
        or relay.alleged is distinct from excluded.alleged
        or relay.indirect is distinct from excluded.indirect
      """;

  static final String BRIDGE =
      """
      insert into bridge (fingerprint, details, changed) values (?, ?, ?)
      on conflict (fingerprint) do update set details = excluded.details, changed = excluded.changed
      where bridge.details <> excluded.details
      """;

  static final String HISTORY =
      """
      insert into history (chronicle, node, document, written) values (?, ?, ?, ?)
      on conflict (chronicle, node) do update set document = excluded.document,
        written = excluded.written
      where history.document <> excluded.document
      """;

  static final String GIFT =
      """
      insert into gift (address, txid, amount, height, seen) values (?, ?, ?, ?, ?)
      on conflict (address, txid) do update set amount = excluded.amount,
        height = excluded.height, seen = excluded.seen
      """;

  static final String HEALTH =
      """
      insert into source (name, succeeded, published, failed, words) values (?, ?, ?, ?, ?)
      on conflict (name) do update set
        succeeded = coalesce(excluded.succeeded, source.succeeded),
        published = coalesce(excluded.published, source.published),
        failed = coalesce(excluded.failed, source.failed),
        words = coalesce(excluded.words, source.words)
      """;

  private Upserts() {}
}
