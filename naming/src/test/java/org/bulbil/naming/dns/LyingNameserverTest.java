package org.bulbil.naming.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.naming.Addresses;
import org.bulbil.naming.DomainName;
import org.bulbil.naming.NameEntry;
import org.bulbil.naming.NameServer;
import org.bulbil.naming.TsigKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stranger answers in place of the nameserver is not believed, whatever it says. */
class LyingNameserverTest {

  private static final InetAddress OWN = InetAddress.ofLiteral("192.0.2.1");

  /** QR, and AA (RFC 1035 §4.1.1): an answer, with authority. */
  private static final byte ANSWER = (byte) 0x84;

  private static final int HEADER_BYTES = 12;

  private ServerSocket socket;
  private DnsNameRecords records;

  @BeforeEach
  void open() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    var key = new TsigKey("key", TsigKey.Algorithm.HMAC_SHA256, "MDEyMzQ1Njc4OWFiY2RlZg==");
    var name = new DomainName("www.site.test");
    var zone = new DomainName("site.test");
    records =
        new DnsNameRecords(
            new NameServer("127.0.0.1", socket.getLocalPort()),
            key,
            new NameEntry(name, zone, Duration.ofMinutes(1)));
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  private void says(UnaryOperator<byte[]> lie) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!socket.isClosed()) {
                answer(lie);
              }
            });
  }

  private void answer(UnaryOperator<byte[]> lie) {
    try (Socket visitor = socket.accept()) {
      var in = new DataInputStream(visitor.getInputStream());
      var question = new byte[in.readUnsignedShort()];
      in.readFully(question);
      var answer = lie.apply(question);
      var out = new DataOutputStream(visitor.getOutputStream());
      out.writeShort(answer.length);
      out.write(answer);
      out.flush();
    } catch (IOException e) {
      // The visitor has gone, or the test is over.
    }
  }

  /** An answer with {@code code} that names nothing, and is not signed. */
  private static UnaryOperator<byte[]> unsigned(int code) {
    return question -> {
      var answer = new byte[HEADER_BYTES];
      answer[0] = question[0];
      answer[1] = question[1];
      answer[2] = (byte) (ANSWER | (question[2] & 0x78)); // The same kind of message.
      answer[3] = (byte) code;
      return answer;
    };
  }

  @Test
  void anAnswerWithoutSignatureIsUnknownEvenIfItSaysYes() {
    says(unsigned(0));
    assertThat(records.read()).isInstanceOf(Outcome.Unknown.class);
    assertThat(records.add(OWN)).isInstanceOf(Outcome.Unknown.class);
    assertThat(records.remove(OWN, Addresses.of(OWN)).summary()).contains("sign");
  }

  @Test
  void aRefusalWithoutSignatureIsUnknownToo() {
    says(unsigned(5));
    assertThat(records.add(OWN)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void gibberishAndSilenceAreUnknown() throws IOException {
    says(_ -> new byte[] {1, 2, 3});
    assertThat(records.read()).isInstanceOf(Outcome.Unknown.class);
    socket.close();
    assertThat(records.read().summary()).contains("cannot be reached");
  }
}
