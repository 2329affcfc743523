package org.bulbil.cli.payment;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bulbil.bitcoin.Network;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.psbt.BadField;
import org.bulbil.bitcoin.psbt.DonorCoin;
import org.bulbil.bitcoin.psbt.Funds;
import org.bulbil.bitcoin.psbt.FundsQuery;
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

  /**
   * Finds the coins.
   *
   * @param chain asked only where it is needed
   */
  public Funds find(Network network, Supplier<ChainSource> chain) {
    return answer(() -> asked().find(network, chain));
  }

  /** The coins that were named, each as the chain or the person says. */
  public List<DonorCoin> named(Network network, Supplier<ChainSource> chain) {
    return answer(() -> asked().named(network, chain));
  }

  /** The only coin that was named, unseen. */
  public OutPoint only() {
    return typed(() -> asked().only());
  }

  private FundsQuery asked() {
    return new FundsQuery(from, coins, previous, Optional.ofNullable(change));
  }

  private <T> T answer(Supplier<Outcome<T>> work) {
    return switch (typed(work)) {
      case Outcome.Done<T>(T done) -> done;
      case Outcome.Refused<T>(String why, _) -> throw new Trouble(why);
      case Outcome.Unknown<T>(String why) ->
          throw new Trouble("the coins cannot be looked up (%s)".formatted(why));
    };
  }

  private <T> T typed(Supplier<T> work) {
    try {
      return work.get();
    } catch (BadField e) {
      throw new ParameterException(
          spec.commandLine(), "--%s: %s".formatted(e.field(), Trouble.inWords(e)), e);
    }
  }
}
