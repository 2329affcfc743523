package org.bulbil.cli.verify;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.proof.Check;
import org.bulbil.atlas.proof.ProofPage;
import org.bulbil.atlas.proof.Trial;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.contact.WalletStatement;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.core.time.Time;
import org.bulbil.tor.Fingerprint;
import org.bulbil.tor.Nickname;
import org.bulbil.tor.directory.ServerDescriptor;
import org.bulbil.wire.Endpoint;
import org.bulbil.wire.Http;

/** Fetches what there is to know of a relay, and has it judged. */
final class Inquiry {

  private final String asked;
  private final Directories directories;
  private final Http http;
  private final int statusPort;
  private final Time time;

  /**
   * @param asked as it was typed
   * @param statusPort where relays of ours have their pages
   */
  Inquiry(String asked, Directories directories, Http http, int statusPort, Time time) {
    this.asked = asked;
    this.directories = directories;
    this.http = http;
    this.statusPort = statusPort;
    this.time = time;
  }

  /**
   * The verdict.
   *
   * @param page of the relay, where somebody knows better than its descriptor
   */
  Verdict answer(Question question, Optional<URI> page) {
    return switch (question) {
      case Question.ByFingerprint(Fingerprint relay) -> relay(relay, page);
      case Question.ByNickname(Nickname name) -> named(name, page);
      case Question.ByPage(URI known) -> page(known);
    };
  }

  private Verdict named(Nickname name, Optional<URI> page) {
    return switch (directories.named(name)) {
      case Outcome.Done<List<Fingerprint>>(var found) when found.size() == 1 ->
          relay(found.getFirst(), page);
      case Outcome.Done<List<Fingerprint>>(var found) ->
          fail(
              Check.unknown(
                  "name", "%d relays are called %s%s", found.size(), name, advice(found)));
      case Outcome.Refused<List<Fingerprint>>(String why, _) ->
          fail(Check.unknown("name", "%s", why));
      case Outcome.Unknown<List<Fingerprint>>(String why) -> fail(Check.unknown("name", "%s", why));
    };
  }

  private static String advice(List<Fingerprint> found) {
    return found.isEmpty() ? " in the consensus" : "; ask by fingerprint: " + found;
  }

  /** A page is asked whose it is; its answer is checked as everybody's. */
  private Verdict page(URI page) {
    var shown = proof(page);
    return switch (shown) {
      case Outcome.Done<WalletProof>(WalletProof proof) ->
          WalletStatement.read(proof.statement())
              .map(statement -> relay(new Fingerprint(statement.fingerprint()), Optional.of(page)))
              .orElseGet(() -> fail(Check.no("page", "it shows no statement of a wallet")));
      case Outcome.Refused<WalletProof>(String why, _) -> fail(Check.no("page", "%s", why));
      case Outcome.Unknown<WalletProof>(String why) -> fail(Check.unknown("page", "%s", why));
    };
  }

  private Verdict relay(Fingerprint relay, Optional<URI> page) {
    return switch (directories.descriptor(relay)) {
      case Outcome.Done<Optional<ServerDescriptor>>(var found) ->
          found
              .map(descriptor -> judged(descriptor, page))
              .orElseGet(() -> fail(Check.unknown("directory", "no relay %s is known", relay)));
      case Outcome.Refused<Optional<ServerDescriptor>>(String why, _) ->
          fail(Check.unknown("directory", "%s", why));
      case Outcome.Unknown<Optional<ServerDescriptor>>(String why) ->
          fail(Check.unknown("directory", "%s", why));
    };
  }

  private Verdict judged(ServerDescriptor descriptor, Optional<URI> page) {
    var elsewhere = page.flatMap(known -> elsewhere(known, descriptor));
    if (elsewhere.isPresent()) {
      return fail(elsewhere.get());
    }
    var shown = proof(page.orElseGet(() -> usualPage(descriptor)));
    return Verdict.of(asked, List.of(), new Trial(descriptor, shown, time.now()));
  }

  private URI usualPage(ServerDescriptor descriptor) {
    return Endpoint.http(descriptor.address(), statusPort).resolve("/");
  }

  /** Anybody can show the proof of another relay's wallet on his own page. */
  private static Optional<Check> elsewhere(URI page, ServerDescriptor relay) {
    try {
      return Arrays.asList(InetAddress.getAllByName(page.getHost())).contains(relay.address())
          ? Optional.empty()
          : Optional.of(
              Check.no(
                  "page",
                  "the page at %s is not at the server of the relay %s (%s), whose proof it shows",
                  page.getHost(),
                  relay.nickname(),
                  relay.fingerprint()));
    } catch (UnknownHostException e) {
      return Optional.of(Check.unknown("page", "nobody knows the host %s", page.getHost()));
    }
  }

  private Outcome<WalletProof> proof(URI page) {
    return ProofPage.read(http, page);
  }

  private Verdict fail(Check check) {
    return Verdict.without(asked, check);
  }
}
