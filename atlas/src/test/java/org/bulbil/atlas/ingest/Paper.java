package org.bulbil.atlas.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Documents of Onionoo's protocol to test with, and ways to pack them. */
final class Paper {

  /** How a file is packed. */
  enum Packing {
    PLAIN(""),
    GZIP(".gz"),
    XZ(".xz");

    private final String ending;

    Packing(String ending) {
      this.ending = ending;
    }

    String ending() {
      return ending;
    }

    byte[] pack(String text) {
      return pack(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] pack(byte[] plain) {
      var packed = new ByteArrayOutputStream();
      try (var out =
          switch (this) {
            case PLAIN -> packed;
            case GZIP -> new GZIPOutputStream(packed);
            case XZ -> new XZOutputStream(packed, new LZMA2Options(1));
          }) {
        out.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }
  }

  static final String PUBLISHED = "2026-02-22 13:00:00";

  private Paper() {}

  static String fingerprint(int number) {
    return "%040X".formatted(number);
  }

  static String document(String published, List<String> relays, List<String> bridges) {
    return """
        {"version":"8.0",
        "build_revision":"paper",
        "relays_published":"%s",
        "relays":[
        %s
        ],
        "bridges_published":"%s",
        "bridges":[
        %s
        ]}
        """
        .formatted(published, String.join(",\n", relays), published, String.join(",\n", bridges));
  }

  static String document(String... relays) {
    return document(PUBLISHED, List.of(relays), List.of());
  }

  static String relay(int number) {
    return relay(number, "");
  }

  /**
   * @param more fields, each after a comma
   */
  static String relay(int number, String more) {
    return """
        {"nickname":"relay%d","fingerprint":"%s","or_addresses":["192.0.2.1:9001"],\
        "last_seen":"2026-02-22 13:00:00","last_changed_address_or_port":"2026-01-01 00:00:00",\
        "first_seen":"2026-01-01 00:00:00","running":true,"consensus_weight":20%s}"""
        .formatted(number, fingerprint(number), more);
  }

  static String bridge(int number) {
    return """
        {"nickname":"bridge%d","hashed_fingerprint":"%s","or_addresses":["10.0.0.1:1"],\
        "last_seen":"2026-02-22 12:00:00","first_seen":"2026-01-01 00:00:00","running":true,\
        "transports":["obfs4"]}"""
        .formatted(number, fingerprint(number));
  }

  static String history(int number, String series, int value) {
    return """
        {"fingerprint":"%s","%s":{"1_month":{"first":"2026-02-01 02:00:00",\
        "last":"2026-02-01 06:00:00","interval":14400,"factor":0.001,"count":2,\
        "values":[%d,null]}}}"""
        .formatted(fingerprint(number), series, value);
  }
}
