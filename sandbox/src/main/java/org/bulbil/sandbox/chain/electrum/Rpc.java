package org.bulbil.sandbox.chain.electrum;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** JSON-RPC 2.0: a line in, a line out; several requests in one line make a batch. */
final class Rpc {

  /** A result that is JSON's null. */
  static final Object NULL = Optional.empty();

  /** Requests in one batch: more than any wallet sends, and far less than memory. */
  private static final int MAX_BATCH = 10_000;

  private static final JsonType<Object> JSON =
      Jsonb.builder().serializeNulls(true).serializeEmpty(true).build().type(Object.class);

  private Rpc() {}

  static Object orNull(Optional<String> value) {
    return value.map(it -> (Object) it).orElse(NULL);
  }

  /** The answer to {@code line}, which is never more than one line. */
  static String answer(String line, BiFunction<String, Parameters, Object> methods) {
    try {
      return write(answerAll(JSON.fromJson(line), methods));
    } catch (RpcError e) {
      return write(failure(NULL, e));
    } catch (RuntimeException e) { // The parser throws whatever broken text leads to.
      return write(failure(NULL, new RpcError(RpcError.PARSE_ERROR, "invalid JSON")));
    }
  }

  static String notification(String method, List<Object> parameters) {
    var message = message();
    message.put("method", method);
    message.put("params", parameters);
    return write(message);
  }

  private static Object answerAll(Object request, BiFunction<String, Parameters, Object> methods) {
    if (!(request instanceof List<?> batch)) {
      return answerOne(request, methods);
    }
    if (batch.isEmpty() || batch.size() > MAX_BATCH) {
      throw new RpcError(RpcError.INVALID_REQUEST, "a batch has 1 to " + MAX_BATCH + " requests");
    }
    return batch.stream().map(one -> answerOne(one, methods)).toList();
  }

  private static Object answerOne(Object request, BiFunction<String, Parameters, Object> methods) {
    if (!(request instanceof Map<?, ?> call) || !(call.get("method") instanceof String method)) {
      throw new RpcError(RpcError.INVALID_REQUEST, "a request is an object with a method");
    }
    var id = call.get("id");
    var answer = message();
    answer.put("id", id == null ? NULL : id);
    try {
      answer.put("result", methods.apply(method, parameters(call.get("params"))));
    } catch (RpcError e) {
      return failure(id == null ? NULL : id, e);
    }
    return answer;
  }

  private static Parameters parameters(@Nullable Object sent) {
    return sent instanceof List<?> values ? new Parameters(values) : new Parameters(List.of());
  }

  private static Object failure(Object id, RpcError error) {
    var answer = message();
    answer.put("id", id);
    answer.put(
        "error", Map.of("code", error.code(), "message", String.valueOf(error.getMessage())));
    return answer;
  }

  private static Map<String, Object> message() {
    var message = new LinkedHashMap<String, Object>();
    message.put("jsonrpc", "2.0");
    return message;
  }

  private static String write(Object message) {
    return JSON.toJson(message);
  }
}
