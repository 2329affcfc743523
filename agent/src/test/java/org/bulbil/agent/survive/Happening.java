package org.bulbil.agent.survive;

/** What a run counts, so that one sees whether faults bite and lives go on. */
enum Happening {
  RELAYS("relays begun"),
  HEARTBEATS("heartbeats"),
  BLOCKS("blocks"),
  REQUESTS("requests"),
  TROUBLES("requests that went wrong"),
  CRASHES("crashes"),
  FULL_DISKS("writes refused by a full disk"),
  CLOCK_STEPS("steps of the clock"),
  REORGANISATIONS("reorganisations"),
  EVICTIONS("evictions"),
  LIES("lies of chain servers"),
  GIFTS("gifts"),
  PAYMENTS("payments of ours in blocks"),
  REPLACEMENTS("payments bid higher"),
  PURCHASES("purchases credited"),
  ODD_CREDITS("credited late, twice or never"),
  RENEWALS("renewals"),
  BIRTHS("children launched"),
  START_GIFTS("start gifts in blocks"),
  WILLS("wills"),
  REVIVALS("revivals after a will"),
  STOPS("orders to shut down obeyed"),
  EXPIRIES("deaths: the lease ended"),
  BANS("deaths: banned");

  private final String words;

  Happening(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
