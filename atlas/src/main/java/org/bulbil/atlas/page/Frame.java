package org.bulbil.atlas.page;

import java.util.List;
import java.util.Optional;
import org.bulbil.atlas.chart.Theme;

/**
 * What stands around every page.
 *
 * @param title without the site's name
 * @param place of the page itself
 * @param json where the same stands for programs; empty where it does not
 */
public record Frame(
    String title, Place place, Links links, Site site, Freshness freshness, Optional<String> json) {

  Frame withJson(String address) {
    return new Frame(title, place, links, site, freshness, Optional.of(address));
  }

  /** A link of the head of a page. */
  public record Tab(String words, String href, boolean here) {}

  public List<Tab> tabs() {
    return List.of(
        tab("Relays", Place.HOME),
        tab("Lineage", Place.LINEAGE),
        tab("Tip", Place.TIP),
        tab("Get listed", Place.LISTED),
        tab("About", Place.ABOUT));
  }

  private Tab tab(String words, Place there) {
    return new Tab(words, links.to(there), there.path().equals(place.path()));
  }

  public boolean isLive() {
    return links.isLive();
  }

  public String home() {
    return links.to(Place.HOME);
  }

  public String feed() {
    return links.to(Place.FEED);
  }

  public String listed() {
    return links.to(Place.LISTED);
  }

  public String style() {
    return asset("style.css");
  }

  /** An asset's address, which changes with its content. */
  public String asset(String name) {
    return links.to(Assets.place(name));
  }

  /** For zoomable graphs, which need somebody who answers; empty for files. */
  public String plot(String name) {
    return isLive() ? asset(name) : "";
  }

  /** {@code light} or {@code dark} where the reader chose; empty where the browser decides. */
  public String theme() {
    return chosen().map(Theme::key).orElse("");
  }

  Optional<Theme> chosen() {
    return links instanceof SiteLinks live ? live.theme() : Optional.empty();
  }

  /** The same page in the other light. */
  public String otherTheme() {
    var other = theme().equals("dark") ? Theme.LIGHT : Theme.DARK;
    return new SiteLinks(Optional.of(other)).to(place);
  }

  public String otherThemeWords() {
    return theme().equals("dark") ? "Light" : "Dark";
  }
}
