package org.bulbil.sandbox.chain;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import kotlin.jvm.internal.DefaultConstructorMarker;
import org.bitcoindevkit.Amount;
import org.bitcoindevkit.Descriptor;
import org.bitcoindevkit.EsploraClient;
import org.bitcoindevkit.FeeRate;
import org.bitcoindevkit.FullScanRequest;
import org.bitcoindevkit.KeychainKind;
import org.bitcoindevkit.Network;
import org.bitcoindevkit.Persister;
import org.bitcoindevkit.SyncRequest;
import org.bitcoindevkit.Update;
import org.bitcoindevkit.Wallet;

/**
 * The parts of bdk-jvm 2.3.0 that Java cannot name: Kotlin gives every method with an unsigned
 * number a name with a hyphen in it.
 */
public final class Bdk {

  /** Parallel requests of a scan. */
  private static final long PARALLEL = 2;

  private static final long STOP_GAP = 20;

  /** The bit that says "take the default" for the fifth parameter, the lookahead. */
  private static final int DEFAULT_LOOKAHEAD = 1 << 4;

  private Bdk() {}

  public static Wallet wallet(Descriptor external, Descriptor internal, Persister persister)
      throws ReflectiveOperationException {
    Constructor<Wallet> constructor =
        Wallet.class.getDeclaredConstructor(
            Descriptor.class,
            Descriptor.class,
            Network.class,
            Persister.class,
            int.class,
            int.class,
            DefaultConstructorMarker.class);
    return constructor.newInstance(
        external, internal, Network.REGTEST, persister, 0, DEFAULT_LOOKAHEAD, null);
  }

  public static String address(Wallet wallet, int index) throws ReflectiveOperationException {
    var info = method(Wallet.class, "peekAddress-").invoke(wallet, KeychainKind.EXTERNAL, index);
    return ((org.bitcoindevkit.AddressInfo) info).getAddress().toString();
  }

  public static Update fullScan(EsploraClient client, FullScanRequest request)
      throws ReflectiveOperationException {
    return (Update)
        method(EsploraClient.class, "fullScan-").invoke(client, request, STOP_GAP, PARALLEL);
  }

  public static Update sync(EsploraClient client, SyncRequest request)
      throws ReflectiveOperationException {
    return (Update) method(EsploraClient.class, "sync-").invoke(client, request, PARALLEL);
  }

  public static long sats(Amount amount) throws ReflectiveOperationException {
    return (Long) method(Amount.class, "toSat-").invoke(amount);
  }

  public static Amount amount(long sat) throws ReflectiveOperationException {
    return (Amount) method(Amount.Companion.getClass(), "fromSat-").invoke(Amount.Companion, sat);
  }

  public static FeeRate feeRate(long satPerVb) throws ReflectiveOperationException {
    return (FeeRate)
        method(FeeRate.Companion.getClass(), "fromSatPerVb-").invoke(FeeRate.Companion, satPerVb);
  }

  private static Method method(Class<?> type, String prefix) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().startsWith(prefix))
        .findFirst()
        .orElseThrow(() -> new AssertionError("another BDK: no " + prefix + " in " + type));
  }
}
