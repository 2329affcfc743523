package org.bulbil.atlas.page;

/**
 * A page or picture as it is sent or written to a file.
 *
 * @param status of HTTP
 * @param lasting whether what is at its address never changes
 * @param version of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are sent as they are and never compared.
record Page(int status, String type, byte[] bytes, Lasting lasting, String version) {

  Page(int status, String type, byte[] bytes, Lasting lasting) {
    this(status, type, bytes, lasting, Versions.of(bytes));
  }

  /** How long a browser may keep it. */
  enum Lasting {
    /** Its address names its content. */
    FOR_EVER("public, max-age=31536000, immutable"),
    A_MINUTE("public, max-age=60"),
    /** Made for one reader, or changes at any moment. */
    NOT_KEPT("no-store");

    private final String words;

    Lasting(String words) {
      this.words = words;
    }

    /** As {@code Cache-Control} has it. */
    String words() {
      return words;
    }
  }

  static final String HTML = "text/html; charset=utf-8";

  static Page html(int status, byte[] bytes) {
    return new Page(status, HTML, bytes, Lasting.A_MINUTE);
  }
}
