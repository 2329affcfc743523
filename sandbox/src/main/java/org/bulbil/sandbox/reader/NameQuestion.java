package org.bulbil.sandbox.reader;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bulbil.core.outcome.Outcome;

/**
 * The question for the IPv4 addresses of a name, over UDP (RFC 1035 §4), and how its answer reads.
 *
 * @param name without a dot at its end
 */
record NameQuestion(String name) {

  /** Addresses and for how long they may be remembered; none for a name that has none. */
  record Answer(List<InetAddress> addresses, Duration ttl) {

    Answer {
      addresses = List.copyOf(addresses);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int SIZE_MAX = 4096;
  private static final int TYPE_A = 1;
  private static final int CLASS_IN = 1;
  private static final int NO_ERROR = 0;
  private static final int NO_SUCH_NAME = 3;

  /** The two highest bits of a length say that the name goes on elsewhere (RFC 1035 §4.1.4). */
  private static final int POINTER = 0xC0;

  /**
   * Asks {@code server} once.
   *
   * @param id by which the answer is known, 16 bits
   */
  Outcome<Answer> ask(InetSocketAddress server, int id) {
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      socket.connect(server);
      var question = bytes(id);
      socket.send(new DatagramPacket(question, question.length));
      var packet = new DatagramPacket(new byte[SIZE_MAX], SIZE_MAX);
      socket.receive(packet);
      return read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()), id);
    } catch (IOException e) {
      return Outcome.unknown("the nameserver does not answer: " + e.getMessage());
    }
  }

  byte[] bytes(int id) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    for (int field : new int[] {id, 0, 1, 0, 0, 0}) {
      out.writeShort(field);
    }
    for (var label : name.split("\\.", -1)) {
      out.writeByte(label.length());
      out.write(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.writeByte(0);
    out.writeShort(TYPE_A);
    out.writeShort(CLASS_IN);
    return bytes.toByteArray();
  }

  static Outcome<Answer> read(ByteBuffer answer, int id) {
    try {
      if ((answer.getShort() & 0xFFFF) != id) {
        return Outcome.unknown("an answer to another question");
      }
      int code = answer.getShort() & 0xF;
      int questions = answer.getShort();
      int answers = answer.getShort();
      answer.position(answer.position() + 2 * Short.BYTES);
      if (code != NO_ERROR && code != NO_SUCH_NAME) {
        return Outcome.refused("the nameserver answers with code " + code, code);
      }
      for (int i = 0; i < questions; i++) {
        skipName(answer);
        answer.position(answer.position() + 2 * Short.BYTES);
      }
      return Outcome.done(addresses(answer, answers));
    } catch (BufferUnderflowException | IllegalArgumentException | IOException e) {
      return Outcome.unknown("an answer that cannot be read");
    }
  }

  private static Answer addresses(ByteBuffer answer, int count) throws IOException {
    var found = new ArrayList<InetAddress>();
    long ttl = 0;
    for (int i = 0; i < count; i++) {
      skipName(answer);
      int type = answer.getShort();
      answer.getShort();
      ttl = answer.getInt();
      var value = new byte[answer.getShort() & 0xFFFF];
      answer.get(value);
      if (type == TYPE_A) {
        found.add(InetAddress.getByAddress(Arrays.copyOf(value, 4)));
      }
    }
    return new Answer(found, Duration.ofSeconds(ttl));
  }

  private static void skipName(ByteBuffer answer) {
    int length = answer.get() & 0xFF;
    while (length != 0 && length < POINTER) {
      answer.position(answer.position() + length);
      length = answer.get() & 0xFF;
    }
    if (length >= POINTER) {
      answer.get();
    }
  }
}
