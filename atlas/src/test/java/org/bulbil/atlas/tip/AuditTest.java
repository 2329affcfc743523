package org.bulbil.atlas.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.bulbil.core.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** Audit files and snapshots: written, read, and refused where they are not right. */
class AuditTest {

  private final Tip tip = Paper.three();
  private final Audit audit = Paper.audit(tip, 99_999);

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private Outcome<?> outputs(String from, String to) {
    var json = audit.json();
    assertThat(json).contains(from);
    return Audit.read(bytes(json.replace(from, to))).flatMap(Audit::outputs);
  }

  @Test
  void whatIsWrittenIsRead() {
    var read = Audit.read(bytes(audit.json())).answer().orElseThrow();
    assertThat(read).isEqualTo(audit);
    assertThat(read.json()).isEqualTo(audit.json());
    assertThat(read.paidBy("ab".repeat(32)).payment()).contains("ab".repeat(32));
    assertThat(audit.json())
        .contains("\"snapshot_sha256\":\"" + Evidence.hash(tip.snapshot()) + "\"")
        .contains("\"factors\":{\"measured\":")
        .contains("\"txid\":null");
  }

  @Test
  void outputsAreWhatIsPaid() {
    var outputs = audit.outputs().answer().orElseThrow();
    assertThat(outputs).hasSize(3);
    assertThat(outputs.stream().mapToLong(one -> one.amount().value()).sum()).isEqualTo(99_999);
    assertThat(audit.totals().sat()).isEqualTo(99_999);
  }

  @Test
  void aFileThatIsNotRightIsRefusedInWords() {
    assertThat(outputs(Paper.TAPROOT, Paper.SEGWIT).summary())
        .contains("twice")
        .contains(Paper.SEGWIT);
    assertThat(outputs(Paper.OLD, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb").summary())
        .contains("checksum");
    assertThat(outputs(Paper.SEGWIT, "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx").summary())
        .contains("testnet")
        .contains("one network");
    assertThat(outputs("\"sat\":33333", "\"sat\":33332").summary()).contains("99999 sat");
    assertThat(outputs("\"chain\":\"mainnet\"", "\"chain\":\"moon\"").summary()).contains("moon");
    assertThat(Audit.read(bytes("{}"))).isInstanceOf(Outcome.Refused.class);
    assertThat(Audit.read(bytes("no json"))).isInstanceOf(Outcome.Refused.class);
    assertThat(Audit.read(bytes(audit.json().replace("bulbil tip 1", "bulbil tip 9"))).summary())
        .contains("tip 9");
  }

  @Test
  void aSnapshotIsTheSameBytesAgain() {
    var bytes = tip.snapshot();
    var read = Evidence.read(bytes).answer().orElseThrow();
    assertThat(read.bytes()).isEqualTo(bytes);
    assertThat(read.candidates().answer().orElseThrow()).hasSize(3);
    assertThat(Paper.three().snapshot()).as("made again").isEqualTo(bytes);
    var text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(1);
    var wrong =
        Evidence.read(bytes(text.replace("\"guard\":0.01", "\"guard\":7")))
            .flatMap(Evidence::candidates);
    assertThat(wrong.summary()).contains("guard is 0 to 1");
    assertThat(Evidence.read(bytes("{\"relays\":[]}"))).isInstanceOf(Outcome.Refused.class);
  }
}
