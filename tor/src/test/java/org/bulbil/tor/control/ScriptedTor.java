package org.bulbil.tor.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bulbil.core.outcome.Outcome;

/** A control port that answers whatever a test wants. */
public final class ScriptedTor implements AutoCloseable {

  private final List<String> heard;
  private final ServerSocketChannel server;
  private final Path socket;
  private final Path cookie;

  /**
   * @param heard takes each command
   * @param answers what to send for a command, CRLF and all; AUTHENTICATE is answered by itself
   */
  public ScriptedTor(Path folder, List<String> heard, UnaryOperator<String> answers)
      throws IOException {
    this.heard = heard;
    socket = folder.resolve("s");
    cookie = folder.resolve("cookie");
    Files.write(cookie, new byte[32]);
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(() -> serve(answers));
  }

  private void serve(UnaryOperator<String> answers) {
    try (var channel = server.accept()) {
      var in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII));
      var out = Channels.newOutputStream(channel);
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        var answer = line.startsWith("AUTHENTICATE") ? "250 OK\r\n" : answers.apply(line);
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    } catch (IOException e) {
      heard.add("(the client hung up)");
    }
  }

  public Outcome<ControlPort> connect(Duration patience) {
    return ControlPort.connect(socket, cookie, patience);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
