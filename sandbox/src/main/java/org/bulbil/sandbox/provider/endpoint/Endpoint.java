package org.bulbil.sandbox.provider.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One call of the API. Parts of the path in braces stand for any one segment. */
public enum Endpoint {
  MINT("GET", "/token"),
  ADD("POST", "/token/{token}/add"),
  INVOICES("GET", "/token/{token}/invoices"),
  INVOICE("GET", "/token/{token}/invoices/{invoice}"),
  BALANCE("GET", "/token/{token}/balance"),
  TOKEN_INFO("GET", "/token/{token}/info"),
  MESSAGES("GET", "/token/{token}/messages"),
  SEND_MESSAGE("POST", "/token/{token}/messages"),
  LAUNCH("POST", "/token/{token}/servers"),
  SERVERS("GET", "/token/{token}/servers"),
  SERVER("GET", "/token/{token}/servers/{machine}"),
  UPDATE("PATCH", "/token/{token}/servers/{machine}"),
  DELETE("DELETE", "/token/{token}/servers/{machine}"),
  TOP_UP("POST", "/token/{token}/servers/{machine}/topup"),
  START("POST", "/token/{token}/servers/{machine}/start"),
  STOP("POST", "/token/{token}/servers/{machine}/stop"),
  REBOOT("POST", "/token/{token}/servers/{machine}/reboot"),
  REBUILD("POST", "/token/{token}/servers/{machine}/rebuild"),
  FORGET("POST", "/token/{token}/servers/{machine}/forget"),
  QUOTE("GET", "/server/quote"),
  FLAVORS("GET", "/slugs/flavors"),
  OPERATING_SYSTEMS("GET", "/slugs/os"),
  REGIONS("GET", "/slugs/regions"),
  ACCEPTABLE_USE("GET", "/aup"),
  CHANGELOG("GET", "/changelog");

  private final String method;
  private final String path;

  Endpoint(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public String method() {
    return method;
  }

  /** Whether it changes anything at the provider. */
  public boolean acts() {
    return !method.equals("GET") || this == MINT;
  }

  /** The endpoint of that name in any case, such as {@code top_up}. */
  public static Optional<Endpoint> named(String name) {
    var wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(endpoint -> endpoint.name().equals(wanted)).findFirst();
  }

  /** What stands for each part in braces; empty where the path is none of this endpoint's. */
  public Optional<Map<String, String>> match(List<String> segments) {
    return PathTemplate.match(path, segments);
  }
}
