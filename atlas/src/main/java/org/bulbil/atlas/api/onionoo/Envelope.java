package org.bulbil.atlas.api.onionoo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.bulbil.atlas.document.Timestamp;
import org.bulbil.atlas.query.Selection;

/**
 * What stands around the objects of an answer: version, times, and how many were left out.
 *
 * @param selection of what
 * @param relays writes the one at a position of the snapshot
 * @param bridges likewise
 */
record Envelope(Selection selection, Writer relays, Writer bridges) {

  /** The version of the protocol that is spoken. */
  static final String VERSION = "8.0";

  /** Writes one object, without a line break. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out, int position) throws IOException;
  }

  void writeTo(OutputStream out) throws IOException {
    var snapshot = selection.snapshot();
    text(out, "{\"version\":\"" + VERSION + "\",\n");
    text(out, "\"relays_published\":\"" + Timestamp.text(snapshot.relaysPublished()) + "\",\n");
    text(out, count("relays_skipped", selection.relaysSkipped(), "", ",\n"));
    text(out, "\"relays\":[");
    list(out, selection.relayPositions(), relays);
    text(out, "\n],\n");
    text(out, count("relays_truncated", selection.relaysTruncated(), "", ",\n"));
    text(out, "\"bridges_published\":\"" + Timestamp.text(snapshot.bridgesPublished()) + "\",\n");
    text(out, count("bridges_skipped", selection.bridgesSkipped(), "", ",\n"));
    text(out, "\"bridges\":[");
    list(out, selection.bridgePositions(), bridges);
    text(out, "\n]");
    text(out, count("bridges_truncated", selection.bridgesTruncated(), ",\n", ""));
    text(out, "}\n");
  }

  private static String count(String name, int count, String before, String after) {
    return count == 0 ? "" : before + "\"" + name + "\":" + count + after;
  }

  private static void list(OutputStream out, int[] positions, Writer writer) throws IOException {
    boolean isFirst = true;
    for (int position : positions) {
      text(out, isFirst ? "\n" : ",\n");
      writer.write(out, position);
      isFirst = false;
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** All of it, for answers that are not large. */
  byte[] bytes(int expected) throws IOException {
    var bytes = new ByteArrayOutputStream(expected);
    writeTo(bytes);
    return bytes.toByteArray();
  }
}
