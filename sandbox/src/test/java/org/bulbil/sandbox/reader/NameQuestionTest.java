package org.bulbil.sandbox.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.sandbox.reader.NameQuestion.Answer;
import org.junit.jupiter.api.Test;

/** A question has the form of RFC 1035, and an answer is read, or found to be none. */
class NameQuestionTest {

  private static final int ID = 0x1234;
  private static final NameQuestion QUESTION = new NameQuestion("a.test");

  /** One address (RFC 1035 §4.1.3), whose name is a pointer to the question's. */
  private static final String RECORD = "c00c" + "0001" + "0001" + "00000005" + "0004" + "7f000001";

  private static byte[] answer(String flags, int answers, String records) throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(HexFormat.of().parseHex("1234" + flags + "0001000" + answers + "00000000"));
    var question = QUESTION.bytes(ID);
    out.write(question, 12, question.length - 12);
    out.write(HexFormat.of().parseHex(records));
    return out.toByteArray();
  }

  private static Outcome<Answer> read(byte[] bytes) {
    return NameQuestion.read(ByteBuffer.wrap(bytes), ID);
  }

  @Test
  void theQuestionIsOneForAddressesWithoutRecursion() throws IOException {
    assertThat(HexFormat.of().formatHex(QUESTION.bytes(ID)))
        .isEqualTo("123400000001000000000000" + "0161" + "0474657374" + "00" + "00010001");
  }

  @Test
  void addressesAreReadWithTheirTimeToLive() throws IOException {
    var two = RECORD + RECORD.replace("7f000001", "7f000002");
    assertThat(read(answer("8400", 2, two)))
        .isEqualTo(
            Outcome.done(
                new Answer(
                    List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")),
                    Duration.ofSeconds(5))));
  }

  @Test
  void aNameThatIsNotThereHasNoAddress() throws IOException {
    assertThat(read(answer("8403", 0, "")).answer().orElseThrow().addresses()).isEmpty();
  }

  @Test
  void whatIsRefusedOrAnotherAnswerOrCutOffIsNoAnswer() throws IOException {
    assertThat(read(answer("8405", 0, ""))).isInstanceOf(Outcome.Refused.class);
    assertThat(NameQuestion.read(ByteBuffer.wrap(answer("8400", 0, "")), 7))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(read(answer("8400", 1, RECORD.substring(0, 20))))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(read(new byte[0])).isInstanceOf(Outcome.Unknown.class);
  }
}
