package org.bulbil.atlas.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.message.MessageSignature;
import org.bulbil.core.contact.BitcoinAddress;
import org.bulbil.core.contact.ContactInfo;
import org.bulbil.core.contact.FamilyId;
import org.bulbil.core.contact.Heritage;
import org.bulbil.core.contact.WalletProof;
import org.bulbil.core.contact.WalletStatement;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.ProvenFamilies;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * Judges whether relay and wallet name one another: the relay the wallet's address, in the
 * descriptor that its identity key signs; the wallet the relay's fingerprint and family, in the
 * statement that its key signs. Pure; neither directory nor page is believed anything.
 *
 * @param descriptor as a directory gave it
 * @param shown as the relay's page gave it; refused where the page shows none, unknown where it
 *     does not answer
 * @param now by the clock of who asks
 */
public record Trial(ServerDescriptor descriptor, Outcome<WalletProof> shown, Instant now) {

  /** A running relay makes a new descriptor at least every 18 hours (dir-spec). */
  private static final Duration AGE_MAX = Duration.ofDays(3);

  /** What was looked at, in order, up to the first that is not yes. */
  public List<Check> checks() {
    var done = new ArrayList<Check>();
    for (var next : all()) {
      done.add(next.get());
      if (done.getLast().finding() != Finding.YES) {
        break;
      }
    }
    return done;
  }

  private List<Supplier<Check>> all() {
    return List.of(
        this::identity,
        this::age,
        this::family,
        this::address,
        this::proof,
        this::statement,
        this::signature);
  }

  private Check identity() {
    return switch (DescriptorSignature.check(descriptor)) {
      case Outcome.Done<ServerDescriptor> _ ->
          Check.yes("identity", "its descriptor is signed by the relay's identity key");
      case Outcome.Refused<ServerDescriptor>(String why, _) -> Check.no("identity", "%s", why);
      case Outcome.Unknown<ServerDescriptor>(String why) -> Check.unknown("identity", "%s", why);
    };
  }

  private Check age() {
    var age = Duration.between(descriptor.published(), now);
    return age.compareTo(AGE_MAX) > 0
        ? Check.unknown(
            "age",
            "that descriptor is %d days old: the relay does not run, or the directory is stale",
            age.toDays())
        : Check.yes("age", "that descriptor is of %s", descriptor.published());
  }

  /** Anybody can write any family into a contact line; only its key can vouch for a relay. */
  private Check family() {
    if (named().isEmpty()) {
      return Check.yes("family", "it declares no family");
    }
    return !ProvenFamilies.of(descriptor).contains(named().get().value())
        ? Check.no(
            "family",
            "its contact line names the family %s, and the family's key does not vouch for it: the line is"
                + " somebody else's, or the relay has yet to get the key",
            named().get())
        : Check.yes("family", "it declares the family %s", named().get());
  }

  private Check address() {
    return switch (ownAddress()) {
      case Outcome.Done<BitcoinAddress>(BitcoinAddress address) ->
          Check.yes("address", "its contact line names %s", address);
      case Outcome.Refused<BitcoinAddress>(String why, _) -> Check.no("address", "%s", why);
      case Outcome.Unknown<BitcoinAddress>(String why) -> Check.unknown("address", "%s", why);
    };
  }

  private Outcome<BitcoinAddress> ownAddress() {
    var written = ContactInfo.read(descriptor.contact()).btc();
    return switch (written.map(BitcoinAddress::read).orElseGet(this::onlyShown)) {
      case Outcome.Refused<BitcoinAddress>(String why, int code) when written.isPresent() ->
          Outcome.refused(
              "what its contact line names is no bitcoin address: %s, %s"
                  .formatted(written.get(), why),
              code);
      case Outcome<BitcoinAddress> other -> other;
    };
  }

  /** Contact lines may be restricted one day; then a page alone speaks, and it is no identity. */
  private Outcome<BitcoinAddress> onlyShown() {
    return statementShown()
        .map(
            statement ->
                Outcome.<BitcoinAddress>unknown(
                    "its contact line names no bitcoin address; its page names %s, which is only"
                            .formatted(statement.address())
                        + " the server's word"))
        .orElse(Outcome.refused("its contact line names no bitcoin address", 0));
  }

  private Check proof() {
    return switch (shown) {
      case Outcome.Done<WalletProof> _ -> Check.yes("proof", "its page shows a proof");
      case Outcome.Refused<WalletProof>(String why, _) -> Check.no("proof", "%s", why);
      case Outcome.Unknown<WalletProof>(String why) -> Check.unknown("proof", "%s", why);
    };
  }

  private Check statement() {
    return statementShown()
        .map(this::statement)
        .orElseGet(() -> Check.no("statement", "what its page shows is no statement of a wallet"));
  }

  private Check statement(WalletStatement statement) {
    if (!statement.fingerprint().equals(descriptor.fingerprint().value())) {
      return Check.no(
          "statement", "the proof that its page shows is of the relay %s", statement.fingerprint());
    }
    if (!isNamed(statement.address())) {
      return Check.no(
          "statement",
          "the proof that its page shows is of the address %s, which its contact line does not name",
          statement.address());
    }
    return kinship(statement.family());
  }

  private Check kinship(Optional<FamilyId> claimed) {
    if (claimed.equals(named())) {
      return Check.yes(
          "statement", "the wallet says that it is this relay's, and names its family");
    }
    return claimed.isPresent() && named().isEmpty()
        ? Check.unknown(
            "statement",
            "the wallet says that the relay is of the family %s, which the relay does not declare"
                + " in the descriptor that the directory has; ask again in an hour",
            claimed.get())
        : Check.no(
            "statement",
            "the wallet's statement names %s, and the relay declares the family %s",
            claimed.map(id -> "the family " + id).orElse("no family"),
            named().map(FamilyId::value).orElse("of nobody"));
  }

  private Check signature() {
    var outcome =
        ownAddress().flatMap(address -> shown.flatMap(proof -> signature(address, proof)));
    return switch (outcome) {
      case Outcome.Done<MessageSignature> _ ->
          Check.yes("signature", "that statement is signed by the key of the address (BIP322)");
      case Outcome.Refused<MessageSignature>(String why, _) ->
          Check.no("signature", "the statement's signature is not good: %s", why);
      case Outcome.Unknown<MessageSignature>(String why) ->
          Check.unknown("signature", "the statement's signature cannot be checked: %s", why);
    };
  }

  private static Outcome<MessageSignature> signature(BitcoinAddress address, WalletProof proof) {
    var network = Network.parse(address.chain().toString());
    return Address.read(address.text(), network)
        .flatMap(
            signer -> new MessageSignature(proof.signature()).check(signer, proof.statement()));
  }

  private boolean isNamed(String address) {
    return ownAddress().answer().filter(own -> own.text().equals(address)).isPresent();
  }

  private Optional<WalletStatement> statementShown() {
    return shown.answer().flatMap(proof -> WalletStatement.read(proof.statement()));
  }

  private Optional<FamilyId> named() {
    return ContactInfo.read(descriptor.contact()).heritage().flatMap(Heritage::family);
  }

  /** The address that the relay names, where it names one. */
  public Optional<BitcoinAddress> claimed() {
    return ownAddress().answer();
  }

  public Optional<FamilyId> claimedFamily() {
    return named();
  }
}
