package org.bulbil.sandbox.chain.electrum;

/** Why a request has no result, as JSON-RPC tells it. */
final class RpcError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The request could not be carried out: what ElectrumX answers for most failures. */
  static final int BAD_REQUEST = 1;

  /** The backing node refused. */
  static final int DAEMON_ERROR = 2;

  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int UNKNOWN_METHOD = -32601;
  static final int INVALID_PARAMETERS = -32602;

  private final int code;

  RpcError(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
