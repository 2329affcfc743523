package org.bulbil.atlas.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bulbil.atlas.document.Timestamp;

/** Writes a node's document of histories as Onionoo does; {@link HistoryDocument} reads it. */
public final class HistoryWriter {

  private static final Pattern NAME = Pattern.compile("(?:flags\\.)?[A-Za-z0-9_]{1,40}");
  private static final String FLAGS = "flags.";

  private HistoryWriter() {}

  /**
   * The JSON object, UTF-8, without a line break.
   *
   * @param node fingerprint, of a bridge the hashed one: 40 hexadecimal digits
   * @param series with letters, digits and _ in their names, at most 40; such as {@code
   *     write_history} or {@code flags.Guard}
   */
  public static byte[] write(String node, List<Series> series) {
    var shown = series.stream().filter(one -> !one.graphs().isEmpty()).toList();
    var text = new StringBuilder("{\"fingerprint\":\"").append(node).append('"');
    shown.stream().filter(one -> !isOfFlag(one)).forEach(one -> text.append(',').append(json(one)));
    if (shown.stream().anyMatch(HistoryWriter::isOfFlag)) {
      var flags = shown.stream().filter(HistoryWriter::isOfFlag).map(HistoryWriter::json);
      text.append(",\"flags\":{").append(flags.collect(Collectors.joining(","))).append('}');
    }
    return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isOfFlag(Series series) {
    return series.name().startsWith(FLAGS);
  }

  private static String json(Series series) {
    if (!NAME.matcher(series.name()).matches()) {
      throw new IllegalArgumentException("not the name of a series: " + series.name());
    }
    var key = isOfFlag(series) ? series.name().substring(FLAGS.length()) : series.name();
    return series.graphs().entrySet().stream()
        .map(HistoryWriter::json)
        .collect(Collectors.joining(",", "\"" + key + "\":{", "}"));
  }

  private static String json(Map.Entry<Span, GraphHistory> entry) {
    var graph = entry.getValue();
    var text =
        new StringBuilder(
                "\"%s\":{\"first\":\"%s\""
                    .formatted(entry.getKey().key(), Timestamp.text(graph.first())))
            .append(",\"last\":\"")
            .append(Timestamp.text(graph.last()))
            .append("\",\"interval\":")
            .append(graph.interval().toSeconds())
            .append(",\"factor\":")
            .append(graph.factor())
            .append(",\"count\":")
            .append(graph.count())
            .append(",\"values\":[");
    for (int i = 0; i < graph.count(); i++) {
      short raw = graph.raw(i);
      text.append(i == 0 ? "" : ",").append(raw == GraphHistory.MISSING ? "null" : raw);
    }
    return text.append("]}").toString();
  }
}
