package org.bulbil.atlas.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bulbil.atlas.watch.Movement.Output;
import org.bulbil.bitcoin.OutPoint;
import org.bulbil.bitcoin.TxId;
import org.bulbil.core.money.Sats;

/**
 * Movements as they are kept in the store: a line each, packed. What cannot be read is read from
 * the chain once more.
 */
final class PassbookText {

  /** What a packed one may have at most when it is unpacked. */
  private static final int BYTES_MAX = 1 << 20;

  private PassbookText() {}

  static byte[] write(List<Movement> movements) {
    var text = new StringBuilder();
    movements.forEach(movement -> text.append(line(movement)).append('\n'));
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  /** {@code txid;height;seconds;index=sats …;txid:index …}. */
  private static String line(Movement movement) {
    var outputs =
        movement.outputs().stream().map(it -> it.index() + "=" + it.value().value()).toList();
    return String.join(
        ";",
        movement.transaction().hex(),
        Integer.toString(movement.height()),
        Long.toString(movement.when().getEpochSecond()),
        String.join(" ", outputs),
        OutPoint.join(movement.spends()));
  }

  static Optional<List<Movement>> read(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      var text = new String(in.readNBytes(BYTES_MAX), StandardCharsets.US_ASCII);
      return Optional.of(text.lines().map(PassbookText::movement).toList());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Movement movement(String line) {
    var parts = line.split(";", -1);
    return new Movement(
        new TxId(parts[0]),
        Integer.parseInt(parts[1]),
        Instant.ofEpochSecond(Long.parseLong(parts[2])),
        outputs(parts[3]),
        OutPoint.split(parts[4]));
  }

  private static List<Output> outputs(String text) {
    var outputs = new ArrayList<Output>();
    for (var word : text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1))) {
      var parts = word.split("=", 2);
      outputs.add(new Output(Integer.parseInt(parts[0]), Sats.of(Long.parseLong(parts[1]))));
    }
    return outputs;
  }
}
