package org.bulbil.sandbox.provider.api;

/** A call of the sandbox's own, for tests and demos that sit outside this program. */
enum Control {
  MAKE_TROUBLE("POST", "/sandbox/troubles"),
  END_TROUBLES("DELETE", "/sandbox/troubles"),
  CLOSE_REGION("POST", "/sandbox/regions/{region}/close"),
  OPEN_REGION("POST", "/sandbox/regions/{region}/open"),
  FORGET_CREDITS("POST", "/sandbox/credits/forget"),
  BAN("POST", "/sandbox/servers/{machine}/ban"),
  SAY("POST", "/sandbox/messages/{token}"),
  BOOK("GET", "/sandbox/book");

  private final String method;
  private final String path;

  Control(String method, String path) {
    this.method = method;
    this.path = path;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }
}
