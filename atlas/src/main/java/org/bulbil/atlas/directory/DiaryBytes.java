package org.bulbil.atlas.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bulbil.atlas.history.Observation;

/**
 * Tracks as they are kept, packed: of each its name and the number of its observations, of each of
 * these the seconds since the former ended, its own seconds, and its mean to seven digits.
 */
final class DiaryBytes {

  private static final int FORM = 1;
  private static final int TRACKS_MAX = 64;
  private static final int SEEN_MAX = 5_000;

  private DiaryBytes() {}

  static byte[] write(Map<String, List<Observation>> tracks) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeByte(FORM);
      out.writeByte(tracks.size());
      for (var track : tracks.entrySet()) {
        out.writeUTF(track.getKey());
        write(track.getValue(), out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void write(List<Observation> seen, DataOutputStream out) throws IOException {
    out.writeShort(seen.size());
    long last = 0;
    for (var one : seen) {
      number(one.from().getEpochSecond() - last, out);
      last = one.to().getEpochSecond();
      number(last - one.from().getEpochSecond(), out);
      out.writeFloat((float) one.mean());
    }
  }

  /** Seven bits a byte, the lowest first. */
  private static void number(long value, DataOutputStream out) throws IOException {
    long left = value;
    for (; left > 0x7f; left >>>= 7) {
      out.writeByte((int) ((left & 0x7f) | 0x80));
    }
    out.writeByte((int) left);
  }

  /** Empty where it is not what was written. */
  static Optional<Map<String, List<Observation>>> read(byte[] bytes) {
    var tracks = new LinkedHashMap<String, List<Observation>>();
    try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int form = in.readByte();
      int count = in.readByte();
      if (form != FORM || count < 0 || count > TRACKS_MAX) {
        return Optional.empty();
      }
      for (int i = 0; i < count; i++) {
        tracks.put(in.readUTF(), seen(in));
      }
      return Optional.of(tracks);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Observation> seen(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    if (count > SEEN_MAX) {
      throw new IOException("a track of " + count);
    }
    var seen = new ArrayList<Observation>(count);
    long last = 0;
    for (int i = 0; i < count; i++) {
      long from = last + number(in);
      last = from + number(in);
      seen.add(
          new Observation(
              Instant.ofEpochSecond(from), Instant.ofEpochSecond(last), in.readFloat()));
    }
    return seen;
  }

  private static long number(DataInputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 42; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a number without an end");
  }
}
