package org.bulbil.evolve.report;

import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bulbil.evolve.ensemble.Design;
import org.bulbil.evolve.plot.Theme;

/**
 * A page that holds everything: no script, no SVG, nothing from elsewhere; plots are PNG, light and
 * dark, each with its numbers in a table below.
 */
public final class HtmlReport {

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;\
      background:#fff;color:#1a1a1a}
      img{max-width:100%;height:auto}
      figure{margin:1rem 0}
      figcaption,.quiet{color:#5c5c5c;font-size:.9rem}
      .wide{overflow-x:auto}
      table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
      caption{text-align:left;color:#5c5c5c;padding:.3rem 0}
      th,td{padding:.2rem .8rem .2rem 0;text-align:right;border-bottom:1px solid #e4e4e4;\
      white-space:nowrap}
      th:first-child{text-align:left}
      .partial{border-left:4px solid #d55e00;padding-left:.8rem}
      summary{cursor:pointer}
      @media(prefers-color-scheme:dark){body{background:#16181b;color:#ececec}
      figcaption,caption,.quiet{color:#a6a6a6}th,td{border-color:#33373c}}
      """;

  private final Results results;
  private final String command;

  /**
   * Of what there is.
   *
   * @param command that makes the same again
   */
  public HtmlReport(Results results, String command) {
    this.results = results;
    this.command = command;
  }

  public String page() {
    var title = "Relays in " + results.design().scenario().name();
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>%s</title>
        <style>
        %s</style></head>
        <body><main>
        <h1>%s</h1>
        %s%s%s%s
        </main></body></html>
        """
        .formatted(
            Html.escaped(title),
            STYLE,
            Html.escaped(title),
            partial(),
            introduction(),
            results.rounds() == 0 ? "" : SummaryRow.table(results).html(),
            results.rounds() == 0 ? "" : figures());
  }

  private String partial() {
    return results.isComplete()
        ? ""
        : "<p class=\"partial\"><strong>Partial:</strong> it was stopped after"
            + " %d of %d rounds.</p>\n".formatted(results.rounds(), results.design().replicates());
  }

  private String introduction() {
    var design = results.design();
    var scenario = design.scenario();
    return "<p>%s</p>%n<p class=\"quiet\">Made by <code>%s</code></p>%n"
        .formatted(
            Html.escaped(
                String.format(
                    Locale.ROOT,
                    "%,d founders, donors who give %,.0f rent-days a day, %.1f years, %d rounds"
                        + " from seed %d on. In each round all breeds have the same donors, gifts"
                        + " and shocks.",
                    scenario.founders().count(),
                    scenario.giving().rentDaysPerDay(),
                    (double) design.days() / Design.DAYS_PER_YEAR,
                    results.rounds(),
                    design.seed())),
            Html.escaped(command));
  }

  private String figures() {
    return Figures.of(results).stream().map(HtmlReport::figure).collect(Collectors.joining());
  }

  private static String figure(Figure figure) {
    return """
        <h2>%s</h2>
        <figure><picture>
        <source srcset="%s" media="(prefers-color-scheme: dark)">
        <img src="%s" width="800" alt="%s">
        </picture><figcaption>%s</figcaption></figure>
        <details><summary>The numbers</summary>
        %s</details>
        """
        .formatted(
            Html.escaped(figure.title()),
            data(figure, Theme.DARK),
            data(figure, Theme.LIGHT),
            Html.escaped(figure.inWords()),
            Html.escaped(figure.note()),
            figure.table().html());
  }

  private static String data(Figure figure, Theme theme) {
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(figure.picture().apply(theme));
  }
}
