package org.bulbil.atlas.page;

/**
 * A page or picture as it is sent or written to a file.
 *
 * @param status of HTTP
 * @param lasting whether what is at its address never changes
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are sent as they are and never compared.
record Page(int status, String type, byte[] bytes, Lasting lasting) {

  /** How long a browser may keep it. */
  enum Lasting {
    /** Its address names its content. */
    FOR_EVER,
    A_MINUTE
  }

  static final String HTML = "text/html; charset=utf-8";

  static Page html(int status, byte[] bytes) {
    return new Page(status, HTML, bytes, Lasting.A_MINUTE);
  }
}
