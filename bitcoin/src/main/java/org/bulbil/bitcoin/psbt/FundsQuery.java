package org.bulbil.bitcoin.psbt;

import fr.acinq.bitcoin.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulbil.bitcoin.Address;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.Sighting;
import org.bulbil.bitcoin.psbt.CoinSearch.Found;
import org.bulbil.core.outcome.Outcome;

/**
 * Whose coins are to be spent, as a person types it. What breaks a rule is a {@link BadField}; what
 * the chain says against it is a refusal.
 *
 * @param from descriptors: one, or two for receiving and for change; no private key
 * @param coins {@code TXID:VOUT}, looked up, or {@code TXID:VOUT=SAT@ADDRESS}, which asks no
 *     server; none for all that {@code from} finds
 * @param previous whole transactions in hexadecimal digits; a coin without witness needs its own
 * @param change where the rest goes; empty for the next unused change address of {@code from}
 */
public record FundsQuery(
    List<String> from, List<String> coins, List<String> previous, Optional<String> change) {

  /** More inputs make no payment that nodes relay. */
  private static final int COINS_MAX = 1_500;

  public FundsQuery {
    from = List.copyOf(from);
    coins = List.copyOf(coins);
    previous = List.copyOf(previous);
    if (coins.size() > COINS_MAX) {
      throw new BadField("coin", "at most %d coins can be named".formatted(COINS_MAX));
    }
  }

  /**
   * Finds the coins.
   *
   * @param chain asked only where it is needed
   */
  public Outcome<Funds> find(Network network, Supplier<ChainSource> chain) {
    var wallet = wallet(network);
    if (coins.isEmpty()) {
      return search(wallet.orElseThrow(FundsQuery::nothing), chain)
          .flatMap(found -> with(found.coins(), network, wallet, () -> Outcome.done(found)));
    }
    return named(network, wallet, chain)
        .flatMap(
            named ->
                with(
                    named,
                    network,
                    wallet,
                    () -> search(wallet.orElseThrow(FundsQuery::noChange), chain)));
  }

  private static Outcome<Found> search(Descriptor wallet, Supplier<ChainSource> chain) {
    return CoinSearch.of(chain.get(), wallet);
  }

  /** The coins that were named, each as the chain or the person says. */
  public Outcome<List<DonorCoin>> named(Network network, Supplier<ChainSource> chain) {
    return named(network, wallet(network), chain);
  }

  /** The only coin that was named, unseen. */
  public OutPoint only() {
    if (coins.size() != 1) {
      throw new BadField("coin", "name one coin, TXID:VOUT");
    }
    return typed("coin", coins.getFirst(), NamedCoin::point);
  }

  private Outcome<List<DonorCoin>> named(
      Network network, Optional<Descriptor> wallet, Supplier<ChainSource> chain) {
    var named = new ArrayList<DonorCoin>();
    for (var text : coins) {
      var coin = typed("coin", text, it -> coin(it, network, wallet, chain));
      if (!(coin instanceof Outcome.Done<DonorCoin>(DonorCoin found))) {
        return coin.map(one -> List.of(one));
      }
      named.add(found);
    }
    return Outcome.done(named);
  }

  private Outcome<Funds> with(
      List<DonorCoin> spendable,
      Network network,
      Optional<Descriptor> wallet,
      Supplier<Outcome<Found>> search) {
    return change
        .map(text -> Outcome.done(typed("change", text, it -> Address.parse(it, network))))
        .map(address -> address.map(ChangeTo::of))
        .orElseGet(() -> search.get().map(found -> unused(found, wallet)))
        .map(rest -> new Funds(spendable, rest));
  }

  private static ChangeTo unused(Found found, Optional<Descriptor> wallet) {
    return found
        .change()
        .map(place -> ChangeTo.of(wallet.orElseThrow(), place))
        .orElseThrow(FundsQuery::noChange);
  }

  private Optional<Descriptor> wallet(Network network) {
    var read =
        from.stream()
            .map(text -> typed("from", text, it -> Descriptor.parse(it, network)))
            .toList();
    return switch (read.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(read.getFirst());
      case 2 -> Optional.of(typed("from", "", _ -> read.get(0).withChange(read.get(1))));
      default -> throw new BadField("from", "one descriptor, or two for receiving and change");
    };
  }

  private static BadField nothing() {
    return new BadField("from", "say whose coins: a descriptor, or a coin as TXID:VOUT");
  }

  private static BadField noChange() {
    return new BadField("change", "say where the rest goes: an address of your own");
  }

  private static <T> T typed(String field, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (BadField e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new BadField(field, e);
    }
  }

  private Outcome<DonorCoin> coin(
      String text, Network network, Optional<Descriptor> wallet, Supplier<ChainSource> chain) {
    var named = NamedCoin.parse(text, network);
    var transaction = previous(named.point().transaction());
    return named
        .worth()
        .map(
            worth ->
                Outcome.done(
                    DonorCoin.of(
                        named.point(),
                        worth.value(),
                        worth.address().lockingScript(),
                        transaction,
                        wallet)))
        .orElseGet(() -> lookedUp(named.point(), transaction, wallet, chain.get()));
  }

  private Optional<Transaction> previous(TxId id) {
    return previous.stream()
        .map(hex -> typed("previous", hex, FundsQuery::transaction))
        .filter(transaction -> TxId.of(transaction).equals(id))
        .findFirst();
  }

  private static Transaction transaction(String hex) {
    try {
      return Transaction.read(hex);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("it is no transaction in hexadecimal digits", e);
    }
  }

  private static Outcome<DonorCoin> lookedUp(
      OutPoint point, Optional<Transaction> given, Optional<Descriptor> wallet, ChainSource chain) {
    return chain
        .spender(point)
        .flatMap(
            spender ->
                spender.isPresent()
                    ? spent(point, spender.get())
                    : given
                        .map(Outcome::done)
                        .orElseGet(() -> chain.transaction(point.transaction()))
                        .map(transaction -> DonorCoin.of(transaction, point.index(), wallet)));
  }

  private static Outcome<DonorCoin> spent(OutPoint point, Sighting by) {
    return Outcome.refused("%s is spent already, by %s".formatted(point, by.transaction()), 0);
  }
}
