package org.bulbil.cli.sandbox;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.TxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.chain.Address;
import org.bulbil.sandbox.chain.RegtestChain;
import org.bulbil.sandbox.chain.ledger.Located;
import org.bulbil.sandbox.provider.book.Entry;
import org.bulbil.sandbox.provider.book.Event;
import org.bulbil.sandbox.provider.book.MachineId;
import org.bulbil.sandbox.provider.book.ProviderBook;
import org.bulbil.sandbox.provider.book.Token;
import org.bulbil.tor.directory.Consensus;
import org.bulbil.tor.directory.DescriptorSignature;
import org.bulbil.tor.directory.DirectoryClient;
import org.bulbil.tor.directory.Flag;
import org.bulbil.tor.directory.ServerDescriptor;

/**
 * Somebody who believes no relay: reads the chain, the provider's book and an authority's documents
 * with his own eyes, beside the sandbox's witness.
 */
final class Onlooker {

  private final SmallWorld place;
  private final RegtestChain chain;
  private final ProviderBook book;
  private final DirectoryClient directory;

  Onlooker(SmallWorld place) {
    this.place = place;
    this.chain = place.market().chain().chain();
    this.book = place.market().provider().book();
    this.directory = new DirectoryClient(place.http());
  }

  /** A lease of the book. */
  record Tenant(String hostname, Token token, MachineId machine, String address, Instant began) {}

  /** Every lease that was ever built, in the order of launches. */
  List<Tenant> tenants() {
    return book.after(0).stream()
        .filter(entry -> entry.event() instanceof Event.Launched)
        .flatMap(entry -> tenant((Event.Launched) entry.event(), entry.at()).stream())
        .toList();
  }

  private Optional<Tenant> tenant(Event.Launched launch, Instant at) {
    return book.all(Event.Built.class).stream()
        .filter(built -> built.machine().equals(launch.machine()))
        .map(Event.Built::address)
        .map(
            address -> new Tenant(launch.hostname(), launch.token(), launch.machine(), address, at))
        .findFirst();
  }

  Tenant tenant(String hostname) {
    return tenants().stream()
        .filter(tenant -> tenant.hostname().equals(hostname))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the book knows no " + hostname));
  }

  /** Payments credited to {@code token}, oldest first. */
  List<Event.InvoicePaid> credited(Token token) {
    return book.all(Event.InvoicePaid.class).stream()
        .filter(paid -> paid.token().equals(token))
        .toList();
  }

  List<Event.ToppedUp> toppedUp(Tenant tenant) {
    return book.all(Event.ToppedUp.class).stream()
        .filter(topUp -> topUp.machine().equals(tenant.machine()))
        .toList();
  }

  /** The end of a lease in the book. */
  Optional<Entry> end(Tenant tenant) {
    return book.after(0).stream()
        .filter(
            entry ->
                entry.event() instanceof Event.Ended ended
                    && ended.machine().equals(tenant.machine()))
        .findFirst();
  }

  ProviderBook book() {
    return book;
  }

  /** Whether no invoice was ever paid by more than one transaction, and nothing went astray. */
  boolean nothingWasPaidTwice() {
    return book.account().stranded().isZero()
        && book.all(Event.InvoiceMade.class).stream()
            .map(invoice -> chain.receivedBy(Address.parse(invoice.address())))
            .allMatch(receipts -> receipts.size() <= 1);
  }

  Optional<Consensus> consensus() {
    var authority = place.world().network().authorities().getFirst();
    return directory.consensus(authority).answer();
  }

  /** Names of the relays that the consensus of an authority has as Running. */
  List<String> running() {
    return consensus().stream()
        .flatMap(consensus -> consensus.running().stream())
        .filter(relay -> !relay.has(Flag.AUTHORITY) && !relay.has(Flag.EXIT))
        .map(relay -> relay.nickname().value())
        .toList();
  }

  /** The newest descriptor of that name whose signature is good, from the last authority. */
  Optional<ServerDescriptor> descriptor(String hostname) {
    var authority = place.world().network().authorities().getLast();
    return directory.descriptors(authority).answer().stream()
        .flatMap(found -> found.descriptors().stream())
        .filter(descriptor -> descriptor.nickname().value().equals(hostname))
        .filter(descriptor -> DescriptorSignature.check(descriptor) instanceof Outcome.Done)
        .findFirst();
  }

  /** The word after {@code key} in the contact line of that relay. */
  String contactWord(String hostname, String key) {
    var contact = descriptor(hostname).orElseThrow().contact();
    return Stream.of(contact.split(" ", -1))
        .filter(word -> word.startsWith(key))
        .map(word -> word.substring(key.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " in: " + contact));
  }

  /** Where gifts for that relay go, as its own descriptor says. */
  Address wallet(String hostname) {
    return Address.parse(contactWord(hostname, "btc:"));
  }

  /** The transaction, in a block or waiting. */
  Located transaction(String txid) {
    return chain.transaction(new TxId(txid)).orElseThrow();
  }

  /** Every transaction that spends a coin of {@code wallet}, waiting ones last. */
  List<Located> spendings(Address wallet) {
    return chain.read(
        view ->
            view.receivedBy(wallet.hash()).stream()
                .flatMap(receipt -> view.spender(receipt.outPoint()).stream())
                .map(spender -> spender.transaction())
                .distinct()
                .flatMap(id -> view.transaction(id).stream())
                .toList());
  }

  /** Satoshis that {@code transaction} pays to {@code address}. */
  static long paidTo(Address address, Located transaction) {
    return transaction.transaction().txOut.stream()
        .filter(output -> output.publicKeyScript.equals(address.script()))
        .mapToLong(output -> output.amount.toLong())
        .sum();
  }

  /** The output that paid {@code wallet} last. */
  OutPoint newestCoin(Address wallet) {
    return chain.receivedBy(wallet).getLast().outPoint();
  }

  static boolean spends(OutPoint coin, Located transaction) {
    return transaction.coins().stream().anyMatch(spent -> spent.outPoint().equals(coin));
  }

  static boolean spendsFrom(Address wallet, Located transaction) {
    return scripts(transaction).anyMatch(wallet.script()::equals);
  }

  private static Stream<ByteVector> scripts(Located transaction) {
    return transaction.coins().stream().map(coin -> coin.output().publicKeyScript);
  }

  /** When a lease was to end as it was launched. */
  Instant firstEnd(Tenant tenant) {
    return book.all(Event.Launched.class).stream()
        .filter(launch -> launch.machine().equals(tenant.machine()))
        .map(Event.Launched::expiry)
        .findFirst()
        .orElseThrow();
  }

  /** The launch that {@code token} paid for. */
  Optional<Event.Launched> launchOn(Token token) {
    return book.all(Event.Launched.class).stream()
        .filter(launch -> launch.token().equals(token))
        .findFirst();
  }

  /** Whether a payment spends coins of {@code wallet}, or change of such a payment. */
  boolean comesFrom(Address wallet, Located payment) {
    return spendsFrom(wallet, payment)
        || payment.coins().stream()
            .map(coin -> transaction(coin.outPoint().txid.toString()))
            .filter(earlier -> !earlier.isCoinbase())
            .anyMatch(earlier -> spendsFrom(wallet, earlier));
  }

  /** All that {@code address} has ever received, in satoshis. */
  long received(Address address) {
    return chain.receivedBy(address).stream().mapToLong(it -> it.amount().value()).sum();
  }
}
