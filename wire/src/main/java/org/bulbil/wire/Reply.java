package org.bulbil.wire;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * A complete HTTP answer.
 *
 * @param status 100 to 599
 * @param headers as sent
 * @param body never more than the client's limit
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copied nowhere.
public record Reply(int status, HttpHeaders headers, byte[] body) {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
