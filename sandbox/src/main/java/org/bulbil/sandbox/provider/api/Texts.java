package org.bulbil.sandbox.provider.api;

/** The provider's own words, in Markdown. */
final class Texts {

  static final String ACCEPTABLE_USE =
      """
      # Acceptable use

      This is a sandbox: its servers are processes on one machine, its bitcoin are worth nothing.

      - Tor relays that are not exits are welcome. Tor exits are not.
      - No scanning, no spam, no mining.
      - A server that breaks these rules is deleted, and what was paid for it stays paid.
      """;

  static final String CHANGELOG =
      """
      # Changelog

      - The API is SporeStack's as of its client 14: tokens are in the path, times are Unix seconds,
        amounts are US cents, prices are for one day.
      - Only `btc` is accepted, and only providers `vultr` and `digitalocean` are known.
      - `/sandbox/` controls what goes wrong.
      """;

  private Texts() {}
}
