package org.bulbil.agent.site;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bulbil.agent.settings.SiteSettings;
import org.bulbil.agent.status.Status;
import org.bulbil.agent.workload.Workload.Picture;
import org.bulbil.core.outcome.Outcome;
import org.bulbil.tor.Fingerprint;

/** Draws what the status page says of a site's server. */
record SitePicture(
    SiteSettings site, Fingerprint self, NameKeeper name, Siblings siblings, Onion onion) {

  /**
   * @param own address of the server; empty before it has one
   * @param words how it is, in a few
   */
  Picture of(Optional<InetAddress> own, boolean isServing, String words) {
    return new Picture(work(), state(own, isServing, words), kindred());
  }

  private Status.Work work() {
    var content =
        "The content is %s; %d servers are to show it.".formatted(site.content(), site.copies());
    var tor = onion.uri().stream().map(uri -> "It is at " + uri + " too.");
    return new Status.Work(
        "site",
        "static site, " + site.entry().name() + ",",
        "curl http://%s%s".formatted(site.entry().name(), SitePage.PATH),
        "the name points here",
        Stream.concat(Stream.of(content), tor).toList());
  }

  /** A relay's traffic and version have nothing like them here. */
  private Status.Relay state(Optional<InetAddress> own, boolean isServing, String words) {
    return new Status.Relay(
        self.value(),
        isServing,
        own.filter(this::isNamed).isPresent(),
        words,
        "",
        0,
        0,
        0,
        own.map(it -> it.getHostAddress() + ":" + site.port()).orElse(""));
  }

  private boolean isNamed(InetAddress address) {
    return name.seen().filter(it -> it.records().contains(address)).isPresent();
  }

  private Status.Kinship kindred() {
    var words =
        switch (siblings.newest()) {
          case Outcome.Done<List<Sibling>>(List<Sibling> living) ->
              "%d siblings answer where the name points.".formatted(living.size());
          case Outcome.Refused<List<Sibling>>(String why, _) -> "Siblings are not known: " + why;
          case Outcome.Unknown<List<Sibling>>(String why) -> "Siblings are not known: " + why;
        };
    return new Status.Kinship(words, List.of(), List.of());
  }
}
