package org.bulbil.hosting.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bulbil.wire.Reply;
import org.junit.jupiter.api.Test;

/** Of a refusal people see the reason, in whatever shape it comes, and no secret. */
class ComplaintTest {

  private static String complaint(String body) {
    var headers = HttpHeaders.of(Map.of(), (_, _) -> true);
    var reply = new Reply(422, headers, body.getBytes(StandardCharsets.UTF_8));
    return Complaint.of(reply, List.of("sekret-9"));
  }

  @Test
  void aSentenceIsTakenAsItIs() {
    assertThat(complaint("{\"detail\": \"detail text\"}")).isEqualTo("detail text");
    assertThat(complaint("{\"detail\": {\"msg\": \"nested message\"}}"))
        .isEqualTo("nested message");
    assertThat(complaint("Not enough\u0007 money\n")).isEqualTo("Not enough  money");
  }

  @Test
  void aListOfFaultsNamesItsFieldsAndNotTheirContent() {
    var faults =
        """
        {"detail": [{"type": "less_than_equal", "loc": ["body", "days"], "input": 91,
                     "msg": "Input should be less than or equal to 90"},
                    {"type": "missing", "loc": ["body", "region"], "msg": "Field required"}]}
        """;
    assertThat(complaint(faults))
        .isEqualTo("days: Input should be less than or equal to 90; region: Field required");
  }

  @Test
  void anObjectIsSpelledOut() {
    assertThat(complaint("{\"detail\": {\"needed\": 266, \"balance_cents\": 3, \"x\": {}}}"))
        .contains("needed 266", "balance_cents 3")
        .doesNotContain("x");
  }

  @Test
  void nothingIsSaidToBeNothing() {
    for (var body : List.of("", "{\"detail\": null}", "{}", "{\"detail\": []}")) {
      assertThat(complaint(body)).as(body).isEqualTo("no reason given");
    }
  }

  @Test
  void itStaysShort() {
    assertThat(complaint("a b ".repeat(200))).hasSize(300);
    assertThat(complaint("x".repeat(20_000))).isEqualTo("a complaint of 20000 bytes");
    assertThat(complaint("{\"detail\":" + "[".repeat(10_000))).hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void knownSecretsAndLongWordsAreCutOut() {
    assertThat(complaint("{\"detail\": \"no token sekret-9 here\"}")).isEqualTo("no token … here");
    assertThat(complaint("key ss_t_2child2child2child2child2chi")).isEqualTo("key …");
    assertThat(complaint("{\"sekret-9\": 1}")).doesNotContain("sekret");
  }
}
