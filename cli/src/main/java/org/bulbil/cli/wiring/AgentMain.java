package org.bulbil.cli.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.bulbil.agent.Agent;
import org.bulbil.agent.settings.InvalidSettings;
import org.bulbil.agent.settings.Settings;
import org.bulbil.agent.settings.SettingsFile;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.bitcoin.chain.esplora.EsploraSource;
import org.bulbil.bitcoin.wallet.IdentityException;
import org.bulbil.wire.Http;

/**
 * The program on a rented server: {@code AgentMain SETTINGS.toml}. Everything that it must not
 * forget lies beside that file. It is a class of its own, apart from the {@code bulbil} command, so
 * that a small server loads no more than it needs.
 */
public final class AgentMain {

  /** Bad settings: nothing will change until a person mends them. */
  private static final int EXIT_SETTINGS = 2;

  /** Another agent lives here. */
  private static final int EXIT_OCCUPIED = 3;

  /** The wallet's seed is missing or another's: only a person can put it back. */
  private static final int EXIT_IDENTITY = 4;

  private static final int ANSWER_BYTES_MAX = 4 << 20;

  private AgentMain() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) {
      System.err.println("usage: AgentMain SETTINGS.toml");
      System.exit(EXIT_SETTINGS);
    }
    var file = Path.of(arguments[0]).toAbsolutePath().normalize();
    var home = java.util.Objects.requireNonNull(file.getParent());
    try (var channel = lockFile(home);
        var _ = lock(channel)) {
      UnpackedDriver.in(home);
      run(home, SettingsFile.read(file));
    } catch (InvalidSettings e) {
      System.err.println(e.getMessage());
      System.exit(EXIT_SETTINGS);
    } catch (IdentityException e) {
      System.err.println(e.getMessage());
      System.exit(EXIT_IDENTITY);
    } catch (OverlappingFileLockException e) {
      System.err.println("another agent lives in " + home + "; there can be only one");
      System.exit(EXIT_OCCUPIED);
    }
  }

  private static FileChannel lockFile(Path home) throws IOException {
    return FileChannel.open(
        home.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The operating system frees it when the process ends, however it ends. */
  private static FileLock lock(FileChannel channel) throws IOException {
    var lock = channel.tryLock();
    if (lock == null) {
      throw new OverlappingFileLockException();
    }
    return lock;
  }

  static void run(Path home, Settings settings) throws InterruptedException {
    if (talksHttps(settings)) {
      SystemTrust.use();
    }
    var time = new SystemTime();
    var random = new SecureRandom();
    var limits = new Http.Limits(settings.rhythm().answer(), ANSWER_BYTES_MAX);
    var http = new Http(limits);
    var landlord = new Http(limits, settings.lease().particulars().tunnel());
    try (http;
        landlord;
        var agent =
            Agent.in(
                home,
                settings,
                Landlord.of(settings.lease(), landlord, time, random),
                chain(http, settings),
                time,
                time,
                random)) {
      agent.run();
    }
  }

  /** Reading all authorities takes a tenth of a second, which a sandbox's agent spares itself. */
  private static boolean talksHttps(Settings settings) {
    return Stream.concat(Stream.of(settings.lease().url()), settings.chain().esplora().stream())
        .anyMatch(url -> "https".equalsIgnoreCase(url.getScheme()));
  }

  private static List<ChainSource> chain(Http http, Settings settings) {
    return settings.chain().esplora().stream()
        .<ChainSource>map(url -> new EsploraSource(url, http))
        .toList();
  }
}
