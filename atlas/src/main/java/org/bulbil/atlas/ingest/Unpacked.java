package org.bulbil.atlas.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** The plain bytes of a file that may be packed by gzip or xz; its first bytes say so. */
final class Unpacked extends FilterInputStream {

  /** What xz may use to unpack; {@code xz -9} makes files that need 65 MiB. */
  private static final int XZ_KIB_MAX = 70 << 10;

  private static final int BUFFER = 64 << 10;

  private final long bytesMax;
  private long count;

  private Unpacked(InputStream plain, long bytesMax) {
    super(plain);
    this.bytesMax = bytesMax;
  }

  /**
   * @param bytesMax of plain text; one more is a {@link BadDocument}
   */
  static Unpacked of(InputStream file, long bytesMax) throws IOException {
    var buffered = new BufferedInputStream(file, BUFFER);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    return new Unpacked(plain(buffered, first, second), bytesMax);
  }

  private static InputStream plain(InputStream file, int first, int second) throws IOException {
    if (first == 0x1f && second == 0x8b) {
      return new GZIPInputStream(file, BUFFER);
    }
    return first == 0xfd && second == '7' ? new XZInputStream(file, XZ_KIB_MAX) : file;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      if (count > bytesMax) {
        throw new BadDocument("is longer than %,d bytes when unpacked".formatted(bytesMax));
      }
      return read;
    } catch (EOFException e) {
      throw new BadDocument("is cut off: its packed form ends in the middle");
    }
  }
}
