package org.bulbil.agent.status;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.Optional;
import org.bulbil.core.contact.WalletProof;

/**
 * What a relay says of itself at addresses that a program knows beforehand (RFC 8615): the proof
 * that the wallet is its own, the address once more in case contact lines are restricted, and the
 * files by which CIISS' proofs are checked.
 */
final class WellKnown {

  /** Everything that a donor's program needs. */
  static final String DOCUMENT = "/.well-known/bulbil.json";

  /** The wallet's statement and signature, for people. */
  static final String PROOF = "/proof";

  /** CIISS 2, {@code proof:uri-rsa} (Tor's proposal 326). */
  static final String FINGERPRINT = "/.well-known/tor-relay/rsa-fingerprint.txt";

  /** CIISS 3, {@code proof:uri-familyid-ed25519}. */
  static final String FAMILY = "/.well-known/tor-relay/ed25519-family-id.txt";

  private static final Jsonb JSON = Jsonb.builder().build();

  private WellKnown() {}

  /**
   * The document. Texts are empty where something is not known.
   *
   * @param version of this form: 1
   * @param fingerprint of the relay
   * @param family that it declares
   * @param address where gifts go
   * @param statement and {@code signature}: BIP322 of the statement by the address' key
   * @param paidUntil when the server ends unless it is renewed, ISO 8601
   * @param beneficiary who gets what is left then
   */
  @Json(naming = Json.Naming.LowerUnderscore)
  record Document(
      int version,
      String fingerprint,
      String family,
      String address,
      String statement,
      String signature,
      String paidUntil,
      Payee beneficiary) {}

  /** A charity. */
  @Json
  record Payee(String name, String address) {}

  static Optional<String> document(Status status) {
    var money = status.money();
    return Optional.of(
        JSON.toJson(
            new Document(
                1,
                status.relay().fingerprint(),
                declared(status).orElse(""),
                money.address(),
                money.statement(),
                money.signature(),
                status.lease().end(),
                new Payee(status.will().name(), status.will().address()))));
  }

  static Optional<String> proof(Status status) {
    var money = status.money();
    return nonEmpty(money.signature())
        .map(signature -> new WalletProof(money.statement(), signature).text());
  }

  static Optional<String> fingerprint(Status status) {
    return nonEmpty(status.relay().fingerprint()).map(line -> line + "\n");
  }

  static Optional<String> family(Status status) {
    return declared(status).map(line -> line + "\n");
  }

  private static Optional<String> declared(Status status) {
    return nonEmpty(status.descent().family()).filter(_ -> status.descent().declared());
  }

  private static Optional<String> nonEmpty(String text) {
    return Optional.of(text).filter(known -> !known.isEmpty());
  }
}
