package org.bulbil.cli.payment;

import fr.acinq.bitcoin.Transaction;
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
import org.bulbil.bitcoin.psbt.ChangeTo;
import org.bulbil.bitcoin.psbt.CoinSearch;
import org.bulbil.bitcoin.psbt.CoinSearch.Found;
import org.bulbil.bitcoin.psbt.Descriptor;
import org.bulbil.bitcoin.psbt.DonorCoin;
import org.bulbil.cli.console.Trouble;
import org.bulbil.core.outcome.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose coins are spent, and where the rest of them goes. */
public final class CoinOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DESCRIPTOR",
      description =
          "Your wallet's descriptor, such as wpkh([d34db33f/84h/0h/0h]xpub.../<0;1>/*), or its"
              + " zpub. No private key: it only says where your coins are. Twice where your wallet"
              + " lists receiving and change apart, in that order.")
  private List<String> from = List.of();

  @Option(
      names = "--coin",
      paramLabel = "COIN",
      description =
          "A coin that may be spent, TXID:VOUT, or TXID:VOUT=SAT@ADDRESS where no server is to be"
              + " asked (default: all that --from finds).")
  private List<String> coins = List.of();

  @Option(
      names = "--previous",
      paramLabel = "HEX",
      description = "A whole transaction that made a --coin; one without witness needs it.")
  private List<String> previous = List.of();

  @Option(
      names = "--change",
      paramLabel = "ADDRESS",
      description = "Where the rest goes (default: the next unused change address of --from).")
  private @Nullable String change;

  /** Coins that may be spent, and where the rest of them goes. */
  public record Funds(List<DonorCoin> coins, ChangeTo change) {}

  /**
   * Finds the coins.
   *
   * @param chain asked only where it is needed
   */
  public Funds find(Network network, Supplier<ChainSource> chain) {
    var wallet = wallet(network);
    if (coins.isEmpty()) {
      var search = found(wallet.orElseThrow(this::nothing), chain);
      return new Funds(search.coins(), change(network, wallet, () -> search));
    }
    var named =
        coins.stream().map(text -> typed("--coin", text, it -> coin(it, network, wallet, chain)));
    return new Funds(
        named.toList(),
        change(network, wallet, () -> found(wallet.orElseThrow(this::noChange), chain)));
  }

  /** The coins that were named, each as the chain or the person says. */
  public List<DonorCoin> named(Network network, Supplier<ChainSource> chain) {
    return named(network, wallet(network), chain);
  }

  private List<DonorCoin> named(
      Network network, Optional<Descriptor> wallet, Supplier<ChainSource> chain) {
    return coins.stream()
        .map(text -> typed("--coin", text, it -> coin(it, network, wallet, chain)))
        .toList();
  }

  /** The only coin that was named, unseen. */
  public OutPoint only() {
    if (coins.size() != 1) {
      throw wrong("--coin: name one coin, TXID:VOUT");
    }
    return typed("--coin", coins.getFirst(), NamedCoin::point);
  }

  private Optional<Descriptor> wallet(Network network) {
    var read =
        from.stream()
            .map(text -> typed("--from", text, it -> Descriptor.parse(it, network)))
            .toList();
    return switch (read.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(read.getFirst());
      case 2 -> Optional.of(typed("--from", "", _ -> read.get(0).withChange(read.get(1))));
      default -> throw wrong("--from: one descriptor, or two for receiving and change");
    };
  }

  private ParameterException nothing() {
    return wrong("say whose coins: --from DESCRIPTOR, or --coin TXID:VOUT");
  }

  private ParameterException noChange() {
    return wrong("say where the rest goes: --change ADDRESS");
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private <T> T typed(String option, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + Trouble.inWords(e), e);
    }
  }

  private static Found found(Descriptor wallet, Supplier<ChainSource> chain) {
    return answer(CoinSearch.of(chain.get(), wallet), "the coins cannot be looked up");
  }

  private static <T> T answer(Outcome<T> outcome, String otherwise) {
    return outcome
        .answer()
        .orElseThrow(() -> new Trouble("%s (%s)".formatted(otherwise, outcome.summary())));
  }

  private ChangeTo change(Network network, Optional<Descriptor> wallet, Supplier<Found> search) {
    if (change != null) {
      return ChangeTo.of(typed("--change", change, it -> Address.parse(it, network)));
    }
    return search
        .get()
        .change()
        .map(place -> ChangeTo.of(wallet.orElseThrow(), place))
        .orElseThrow(this::noChange);
  }

  private DonorCoin coin(
      String text, Network network, Optional<Descriptor> wallet, Supplier<ChainSource> chain) {
    var named = NamedCoin.parse(text, network);
    var transaction = previous(named.point().transaction());
    return named
        .worth()
        .map(
            worth ->
                DonorCoin.of(
                    named.point(),
                    worth.value(),
                    worth.address().lockingScript(),
                    transaction,
                    wallet))
        .orElseGet(() -> lookedUp(named.point(), transaction, wallet, chain.get()));
  }

  private Optional<Transaction> previous(TxId id) {
    return previous.stream()
        .map(hex -> typed("--previous", hex, CoinOptions::transaction))
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

  private static DonorCoin lookedUp(
      OutPoint point, Optional<Transaction> given, Optional<Descriptor> wallet, ChainSource chain) {
    var spender = answer(chain.spender(point), point + " cannot be looked up");
    spender
        .map(Sighting::transaction)
        .ifPresent(
            by -> {
              throw new Trouble("%s is spent already, by %s".formatted(point, by));
            });
    var transaction =
        given.orElseGet(
            () -> answer(chain.transaction(point.transaction()), point + " cannot be looked up"));
    return DonorCoin.of(transaction, point.index(), wallet);
  }
}
