package org.bulbil.atlas.api.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.bulbil.atlas.web.Answer;
import org.bulbil.atlas.web.Ask;
import org.bulbil.atlas.web.Room;

/** {@code /metrics}, in Prometheus's text format. */
public final class MetricsRoom implements Room {

  private final Meters meters;
  private final PrometheusTextFormatWriter format =
      ExpositionFormats.init().getPrometheusTextFormatWriter();

  public MetricsRoom(Meters meters) {
    this.meters = meters;
  }

  @Override
  public Optional<Answer> answer(Ask ask) {
    return ask.path().equals("/metrics") ? Optional.of(metrics()) : Optional.empty();
  }

  private Answer metrics() {
    var text = new ByteArrayOutputStream();
    try {
      format.write(text, meters.registry().scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new Answer(
        200,
        Map.of("Content-Type", format.getContentType(), "Cache-Control", "no-store"),
        text.toByteArray());
  }
}
