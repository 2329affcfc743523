package org.bulbil.agent.site;

import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.bulbil.agent.birth.Announcement;
import org.bulbil.agent.status.Status;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.message.MessageSignature;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.genome.Lineage;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.DomainName;

/**
 * What a server of a site says of itself at {@code /.well-known/bulbil.json} (RFC 8615), beside the
 * site itself: for donors, and for its siblings. Amounts of time are days of rent.
 *
 * @param version of this form: 1
 * @param site name of it
 * @param hostname of this server
 * @param fingerprint and {@code address}: where gifts go; see {@link SiteIdentity}
 * @param generation and {@code parent}, empty for a founder, and {@code genes}: its descent
 * @param statement and {@code signature}: BIP322 of the statement by the address' key
 * @param paidUntil when the server ends unless it is renewed, ISO 8601
 * @param runwayDays until everything paid or payable is used up
 * @param beneficiary who gets what is left then
 * @param sealKey by which siblings seal what is for this server alone, base64
 * @param onion URL of the same as an onion service; empty where there is none
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record SitePage(
    int version,
    String site,
    String hostname,
    String region,
    String fingerprint,
    int generation,
    String parent,
    String genes,
    String address,
    String statement,
    String signature,
    String paidUntil,
    double runwayDays,
    Payee beneficiary,
    String sealKey,
    String onion) {

  /** Where it stands, below the site. */
  static final String PATH = "/.well-known/bulbil.json";

  /** What it takes with every field at its longest, several times. */
  static final int BYTES_MAX = 8 << 10;

  private static final int VERSION = 1;

  private static final Jsonb JSON = Jsonb.builder().build();

  /** A charity. */
  @Json
  public record Payee(String name, String address) {}

  /** Those of older programs say nothing of an onion service. */
  public SitePage {
    onion = Objects.requireNonNullElse(onion, "");
  }

  /** The page of the server whose status is {@code status}. */
  static SitePage of(DomainName site, Status status, String sealKey, Optional<URI> onion) {
    var money = status.money();
    return new SitePage(
        VERSION,
        site.value(),
        status.hostname(),
        status.lease().region(),
        status.relay().fingerprint(),
        status.descent().generation(),
        status.descent().parent(),
        status.descent().genes(),
        money.address(),
        money.statement(),
        money.signature(),
        status.lease().end(),
        status.lease().runwayDays(),
        new Payee(status.will().name(), status.will().address()),
        sealKey,
        onion.map(URI::toString).orElse(""));
  }

  public String json() {
    return JSON.type(SitePage.class).toJson(this);
  }

  /**
   * Reads a page and checks that its wallet vouches for it: refused with the first rule that it
   * breaks.
   *
   * @param site whose it is to be
   */
  static Outcome<SitePage> read(String text, DomainName site, Network network) {
    try {
      var page = JSON.type(SitePage.class).fromJson(text);
      return Address.read(page.address, network).flatMap(wallet -> page.vouched(site, wallet));
    } catch (JsonException | IllegalArgumentException | NullPointerException e) {
      return Outcome.refused("it is no page of a site's server: " + e.getMessage(), 0);
    }
  }

  private Outcome<SitePage> vouched(DomainName name, Address wallet) {
    if (version != VERSION || !site.equals(name.value())) {
      return Outcome.refused("it is the page of %s, version %d".formatted(site, version), 0);
    }
    if (!SiteIdentity.of(wallet).value().equals(fingerprint)) {
      return Outcome.refused("its fingerprint is not that of its address", 0);
    }
    if (!statement.equals(SiteIdentity.statement(name, address))) {
      return Outcome.refused("its wallet says something else: " + statement, 0);
    }
    return new MessageSignature(signature).check(wallet, statement).map(_ -> checkedDescent());
  }

  private SitePage checkedDescent() {
    var _ = heritage();
    return this;
  }

  /** Its descent; {@link IllegalArgumentException} where that cannot be true. */
  Heritage heritage() {
    var known = Optional.of(parent).filter(text -> !text.isEmpty());
    return new Heritage(new Lineage(generation, known), genes);
  }

  /** The same as a relay's contact line would say it. */
  Announcement announcement() {
    var line = "btc:%s ciissversion:2 %s".formatted(address, heritage().text());
    return new Announcement(fingerprint, ContactInfo.read(line));
  }
}
