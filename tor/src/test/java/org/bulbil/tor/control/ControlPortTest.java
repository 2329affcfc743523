package org.bulbil.tor.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever sits behind the socket, each exchange ends in time, and never with another's answer. */
class ControlPortTest {

  @TempDir Path folder;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void oneValueIsRead() throws IOException {
    var port = talkTo(_ -> "250-version=0.4.9.11\r\n250 OK\r\n");
    assertThat(port.ask("version").answer()).contains("0.4.9.11");
    assertThat(heard).containsExactly("AUTHENTICATE " + "0".repeat(64), "GETINFO version");
  }

  @Test
  void severalValuesSomeOfManyLinesAreRead() throws IOException {
    var port =
        talkTo(
            _ ->
                "250-uptime=5\r\n250+ns/id/x=\r\nr a b\r\n..dot\r\n.\r\n250-traffic/read=7\r\n250 OK\r\n");
    assertThat(port.ask(List.of("uptime", "ns/id/x", "traffic/read")).answer())
        .contains(Map.of("uptime", "5", "ns/id/x", "r a b\n.dot\n", "traffic/read", "7"));
  }

  @Test
  void torsNoIsARefusalWithItsStatus() throws IOException {
    var port = talkTo(_ -> "552 Unrecognized key \"nonsense\"\r\n");
    assertThat(port.ask("nonsense"))
        .isEqualTo(Outcome.refused("Unrecognized key \"nonsense\"", 552));
    assertThat(port.isOpen()).isTrue();
  }

  @Test
  void valuesOfOptionsAreQuoted() throws IOException {
    var port = talkTo(_ -> "250 OK\r\n");
    port.set(Map.of("ContactInfo", "a \"b\" \\"));
    assertThat(heard).last().isEqualTo("SETCONF ContactInfo=\"a \\\"b\\\" \\\\\"");
  }

  @Test
  void eventsBetweenAnswersAreKeptForTheListener() throws Exception {
    var port = talkTo(_ -> "650 STREAM 1 NEW 0 1.2.3.4:80\r\n250 OK\r\n650 CIRC 2 BUILT\r\n");
    assertThat(port.subscribe(List.of("STREAM", "CIRC"))).isInstanceOf(Outcome.Done.class);
    assertThat(port.nextEvent(Duration.ofSeconds(5)).map(ControlReply::text))
        .contains("STREAM 1 NEW 0 1.2.3.4:80");
    assertThat(port.nextEvent(Duration.ofSeconds(5)).map(ControlReply::text))
        .contains("CIRC 2 BUILT");
    assertThat(port.nextEvent(Duration.ofMillis(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n", "\r\n", "25\r\n", "abc def\r\n", "\0\n"})
  void garbageEndsTheConnectionAsUnknown(String garbage) throws IOException {
    var port = talkTo(_ -> garbage);
    assertThat(port.ask("version").summary())
        .startsWith("unknown")
        .contains("does not speak tor's control protocol");
    assertThat(port.isOpen()).isFalse();
  }

  @Test
  void anEndlessLineIsGivenUp() throws IOException {
    var port = talkTo(_ -> "250 " + "x".repeat(ReplyReader.LINE_MAX + 10));
    assertThat(port.ask("version").summary()).contains("a line of more than 65536 bytes");
  }

  @Test
  void anEndlessReplyIsGivenUp() throws IOException {
    var line = "x".repeat(60_000) + "\r\n";
    var port = talkTo(_ -> "250+a=\r\n" + line.repeat(ReplyReader.REPLY_MAX / 60_000 + 2));
    assertThat(port.ask("a").summary()).contains("a reply of more than");
  }

  @Test
  void silenceIsUnknownAndALateAnswerIsNotTakenForTheNext() throws IOException {
    var port = talkTo(Duration.ofSeconds(2), _ -> "");
    assertThat(port.ask("version").summary()).contains("did not answer within 2000 ms");
    assertThat(port.ask("uptime").summary()).contains("did not answer within 2000 ms");
    assertThat(heard).doesNotContain("GETINFO uptime");
  }

  @Test
  void anAnswerToNoQuestionEndsTheConnection() throws Exception {
    var port =
        talkTo(_ -> "250-version=1\r\n250 OK\r\n250-version=2\r\n250 OK\r\n250 OK\r\n250 OK\r\n");
    assertThat(port.ask("version").answer()).contains("1");
    assertThat(port.nextEvent(Duration.ofMillis(50))).isEmpty();
    assertThat(port.ask("version").summary()).startsWith("unknown");
  }

  @Test
  void aCommandOfTwoLinesIsABug() throws IOException {
    var port = talkTo(_ -> "250 OK\r\n");
    assertThatIllegalArgumentException().isThrownBy(() -> port.tell("GETINFO a\r\nSIGNAL TERM"));
  }

  @Test
  void noTorAndAWrongCookieAreSaidSo() throws IOException {
    talkTo(_ -> "250 OK\r\n");
    var socket = folder.resolve("nobody");
    var cookie = folder.resolve("short");
    assertThat(
            ControlPort.connect(socket, folder.resolve("cookie"), Duration.ofSeconds(1)).summary())
        .startsWith("unknown: no tor answers at " + socket);
    Files.writeString(cookie, "short");
    assertThat(ControlPort.connect(socket, cookie, Duration.ofSeconds(1)).summary())
        .contains("is not a cookie of 32 bytes");
  }

  private ControlPort talkTo(UnaryOperator<String> answers) throws IOException {
    return talkTo(Duration.ofSeconds(30), answers);
  }

  private ControlPort talkTo(Duration patience, UnaryOperator<String> answers) throws IOException {
    var tor = new ScriptedTor(folder, heard, answers);
    open.add(tor);
    var port = tor.connect(patience).answer().orElseThrow();
    open.add(port);
    return port;
  }
}
