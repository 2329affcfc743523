package org.bulbil.bitcoin.chain.esplora;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.wire.Http;
import org.bulbil.wire.JsonAnswer;
import org.bulbil.wire.Reply;

/** One server's HTTP: status codes to outcomes, JSON to messages, nonsense to unknown. */
final class EsploraClient {

  private static final Jsonb JSON = Jsonb.instance();

  static final JsonType<List<BlockMessage>> BLOCKS = JSON.type(BlockMessage.class).list();
  static final JsonType<List<TransactionMessage>> TRANSACTIONS =
      JSON.type(TransactionMessage.class).list();
  static final JsonType<TransactionMessage> TRANSACTION = JSON.type(TransactionMessage.class);
  static final JsonType<ProofMessage> PROOF = JSON.type(ProofMessage.class);
  static final JsonType<SpenderMessage> SPENDER = JSON.type(SpenderMessage.class);
  static final JsonType<Map<String, BigDecimal>> RATES = JSON.type(Types.mapOf(BigDecimal.class));

  /** A refusal's words are kept this long, for people. */
  private static final int WORDS_MAX = 300;

  private final String base;
  private final Http http;

  EsploraClient(URI base, Http http) {
    this.base = base.toString().replaceAll("/+$", "");
    this.http = http;
  }

  /** What {@code shape} makes of the answer; it may throw {@link IllegalArgumentException}. */
  <M, T> Outcome<T> get(String path, JsonType<M> type, Function<M, T> shape) {
    return get(path)
        .flatMap(reply -> JsonAnswer.read(type, reply.body()))
        .flatMap(message -> sensible(() -> shape.apply(message)));
  }

  Outcome<Reply> get(String path) {
    return http.get(URI.create(base + path)).flatMap(EsploraClient::judged);
  }

  Outcome<Reply> post(String path, String body) {
    return http.send("POST", URI.create(base + path), "text/plain", body)
        .flatMap(EsploraClient::judged);
  }

  /** Too many requests and a broken server are no answer; other client errors are a refusal. */
  private static Outcome<Reply> judged(Reply reply) {
    int status = reply.status();
    if (status == 200) {
      return Outcome.done(reply);
    }
    return status >= 400 && status < 500 && status != 429 && status != 408
        ? Outcome.refused(words(reply), status)
        : Outcome.unknown("HTTP status " + status);
  }

  private static String words(Reply reply) {
    var text = reply.text().strip().replaceAll("\\p{Cntrl}+", " ");
    return text.length() <= WORDS_MAX ? text : text.substring(0, WORDS_MAX) + "…";
  }

  /**
   * The answer, or unknown where it breaks a rule of the format. A hostile message can make reading
   * throw anything (a field that is missing, a number out of range), and none of it is our bug.
   */
  static <T> Outcome<T> sensible(Supplier<T> reading) {
    try {
      return Outcome.done(reading.get());
    } catch (RuntimeException e) {
      return Outcome.unknown("an answer that makes no sense: " + e.getMessage());
    }
  }
}
