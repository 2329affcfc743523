package org.bulbil.tor.control;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bulbil.core.outcome.Outcome;

/**
 * A connection to one tor (control-spec), authenticated by its cookie. Any number of threads may
 * use it; their commands go one after the other.
 *
 * <p>Tor's "no" is a refusal with its status. Silence beyond the patience, a broken connection and
 * words out of protocol are unknown, and end the connection: every later command says so too.
 */
public final class ControlPort implements AutoCloseable {

  /** Bytes in a cookie; a longer file is something else (control-spec §3.24). */
  private static final int COOKIE_BYTES = 32;

  private final Conversation conversation;

  private ControlPort(Conversation conversation) {
    this.conversation = conversation;
  }

  /**
   * Connects and authenticates.
   *
   * @param socket of tor's ControlSocket
   * @param cookie the file of its CookieAuthFile
   * @param patience for each answer from now on
   */
  public static Outcome<ControlPort> connect(Path socket, Path cookie, Duration patience) {
    try {
      var secret = readCookie(cookie);
      var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        return authenticated(new ControlPort(new Conversation(channel, patience)), secret);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      return Outcome.unknown("no tor answers at " + socket + ": " + e.getMessage());
    }
  }

  private static byte[] readCookie(Path cookie) throws IOException {
    try (var in = Files.newInputStream(cookie)) {
      var secret = in.readNBytes(COOKIE_BYTES + 1);
      if (secret.length != COOKIE_BYTES) {
        throw new IOException(cookie + " is not a cookie of " + COOKIE_BYTES + " bytes");
      }
      return secret;
    }
  }

  private static Outcome<ControlPort> authenticated(ControlPort port, byte[] secret) {
    var said = port.tell("AUTHENTICATE " + HexFormat.of().formatHex(secret));
    if (!(said instanceof Outcome.Done)) {
      port.close();
    }
    return said.map(_ -> port);
  }

  /** The value of one GETINFO key; a multi-line value with a newline after each line. */
  public Outcome<String> ask(String key) {
    return ask(List.of(key))
        .flatMap(
            values ->
                Optional.ofNullable(values.get(key))
                    .map(Outcome::done)
                    .orElse(Outcome.unknown("tor answered without " + key)));
  }

  /** The values of several GETINFO keys at one moment; one unknown key refuses all. */
  public Outcome<Map<String, String>> ask(List<String> keys) {
    return tell("GETINFO " + String.join(" ", keys)).map(ControlPort::values);
  }

  private static Map<String, String> values(ControlReply reply) {
    var values = new LinkedHashMap<String, String>();
    for (var part : reply.parts()) {
      int equals = part.text().indexOf('=');
      if (equals > 0) {
        var inline = part.text().substring(equals + 1);
        values.put(part.text().substring(0, equals), part.data().isEmpty() ? inline : part.data());
      }
    }
    return values;
  }

  /** Sets options until tor restarts or rereads its torrc (SETCONF): all of them or none. */
  public Outcome<ControlReply> set(Map<String, String> options) {
    return tell(
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + quoted(option.getValue()))
            .collect(joining(" ", "SETCONF ", "")));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  public Outcome<ControlReply> signal(Signal signal) {
    return tell("SIGNAL " + signal);
  }

  /** Asks for these events, and no others, from now on (SETEVENTS); see {@link #nextEvent}. */
  public Outcome<ControlReply> subscribe(List<String> events) {
    return tell("SETEVENTS " + String.join(" ", events));
  }

  /**
   * The oldest event that nobody took yet, or empty where none comes within {@code patience} or the
   * connection has ended. At most {@value Conversation#EVENTS_MAX} wait; later ones are dropped.
   */
  public Optional<ControlReply> nextEvent(Duration patience) throws InterruptedException {
    return conversation.nextEvent(patience);
  }

  /** Any command in one line; {@link IllegalArgumentException} for a line break in it. */
  public Outcome<ControlReply> tell(String command) {
    if (command.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("a command is one line of printable ASCII");
    }
    return conversation.exchange(command).flatMap(ControlPort::judged);
  }

  private static Outcome<ControlReply> judged(ControlReply reply) {
    return reply.isDone() ? Outcome.done(reply) : Outcome.refused(reply.text(), reply.status());
  }

  /** Whether commands can still be answered. */
  public boolean isOpen() {
    return conversation.isOpen();
  }

  @Override
  public void close() {
    conversation.close();
  }
}
