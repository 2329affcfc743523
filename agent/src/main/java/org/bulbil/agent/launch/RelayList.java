package org.bulbil.agent.launch;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bulbil.tor.Fingerprint;
import org.bulbil.wire.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The relays of a launch as anybody may see them: {@code relays.json} of its folder. No secret is
 * in it. It is written again after every turn that changed something, whole or not at all.
 *
 * @param format of the folder, {@value Request#FORMAT}
 * @param family id of the family that they declare
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record RelayList(int format, String provider, String family, List<Entry> relays) {

  private static final Jsonb JSON = Jsonb.builder().build();

  /**
   * One relay.
   *
   * @param name its hostname and Tor nickname
   * @param state of its launch, as {@link Founder.State} in lower case
   * @param fingerprint left out before it was in the consensus
   * @param address IPv4, left out before its server is built
   * @param page its status page, left out likewise
   * @param paidUntil as it was known last, ISO-8601; left out before the launch
   * @param words what happened last
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  public record Entry(
      String name,
      String region,
      String plan,
      String state,
      @Nullable String fingerprint,
      @Nullable String address,
      @Nullable String page,
      @Nullable String paidUntil,
      String words) {

    static Entry of(Founder founder, int statusPort) {
      return new Entry(
          founder.hostname().value(),
          founder.genome().region(),
          founder.genome().plan(),
          founder.state().name().toLowerCase(Locale.ROOT),
          founder.fingerprint().map(Fingerprint::value).orElse(null),
          founder.address().orElse(null),
          founder
              .address()
              .map(address -> RelayList.page(address, statusPort).toString())
              .orElse(null),
          founder.paidUntil().map(Instant::toString).orElse(null),
          founder.words());
    }

    /** Its status page, once its server is built. */
    public Optional<URI> statusPage() {
      return Optional.ofNullable(page).map(URI::create);
    }
  }

  public RelayList {
    relays = List.copyOf(relays);
  }

  public static RelayList of(
      List<Founder> founders, String provider, String family, int statusPort) {
    return new RelayList(
        Request.FORMAT,
        provider,
        family,
        founders.stream().map(founder -> Entry.of(founder, statusPort)).toList());
  }

  static URI page(String address, int statusPort) {
    return Endpoint.http(address, statusPort);
  }

  public static RelayList parse(String json) {
    return JSON.type(RelayList.class).fromJson(json);
  }

  public String json() {
    return JSON.type(RelayList.class).toJsonPretty(this);
  }
}
