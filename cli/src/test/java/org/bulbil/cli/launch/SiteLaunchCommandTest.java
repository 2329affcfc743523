package org.bulbil.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bulbil.agent.launch.LaunchFolder;
import org.bulbil.agent.launch.Request;
import org.bulbil.bitcoin.Network;
import org.bulbil.cli.CommandLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a site is said before anything is bought, and leaves no folder behind. */
class SiteLaunchCommandTest {

  private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  @TempDir private Path folder;

  private Path site;
  private Path key;
  private Path launch;

  @BeforeEach
  void prepare() throws IOException {
    site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(site.resolve("index.html"), "<p>hello");
    key = folder.resolve("example.key");
    Files.writeString(
        key, "key \"example\" { algorithm hmac-sha256; secret \"" + SECRET + "\"; };");
    launch = folder.resolve("launch");
  }

  /** What it says on standard error, with its exit code before it. */
  private String said(String... words) {
    var all = new ArrayList<>(List.of("launch", "site", "--dir=" + launch));
    all.addAll(List.of(words));
    var err = new StringWriter();
    int code = CommandLines.execute(new StringWriter(), err, all);
    assertThat(err.toString()).doesNotContain(SECRET, "\tat ");
    return code + " " + err;
  }

  /** A launch that lacks nothing, with {@code other} in the place of an option of its own. */
  private String[] whole(String... other) {
    var words =
        new ArrayList<>(
            List.of(
                site.toString(),
                "--name=example.org",
                "--zone=example.org",
                "--nameserver=127.0.0.1",
                "--key-file=" + key));
    for (var word : other) {
      words.removeIf(own -> own.startsWith(word.substring(0, word.indexOf('=') + 1)));
      words.add(word);
    }
    return words.toArray(String[]::new);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(said(site.toString())).startsWith("2 ").contains("--name is needed");
    assertThat(said(site.toString(), "--name=example.org")).contains("--nameserver is needed");
    assertThat(said("--name=example.org", "--nameserver=127.0.0.1", "--zone=example.org"))
        .startsWith("2 ")
        .contains("DIR: name the folder");
    assertThat(said(site.toString(), "--name=example.org", "--nameserver=127.0.0.1"))
        .startsWith("2 ")
        .contains("--key-file is needed");
    assertThat(launch).doesNotExist();
  }

  @Test
  void anEmptyFolderIsNoSite() throws IOException {
    Files.delete(site.resolve("index.html"));
    assertThat(said(whole())).startsWith("1 ").contains(site.toString());
    assertThat(launch).doesNotExist();
  }

  @Test
  void wordsThatBreakARuleAreToldWithIt() {
    assertThat(said(whole("--renew=daily"))).startsWith("2 ").contains("weekly", "'daily'");
    assertThat(said(whole("--copies=0"))).startsWith("2 ").contains("1 to 12 servers, not 0");
    assertThat(said(whole("--name=no name"))).startsWith("2 ").contains("no name of a host");
    assertThat(said(whole("--zone=example.com"))).startsWith("2 ").contains("not in the zone");
    assertThat(said(whole("--nameserver=a:b:c"))).startsWith("2 ").contains("no nameserver");
    assertThat(launch).doesNotExist();
  }

  @Test
  void aKeyThatCannotBeReadIsNotShown() throws IOException {
    assertThat(said(whole("--key-file=" + folder.resolve("none"))))
        .startsWith("1 ")
        .contains("there is no file");
    Files.writeString(key, "secret \"" + SECRET + "\"");
    assertThat(said(whole())).startsWith("2 ").contains("tsig-keygen");
    assertThat(launch).doesNotExist();
  }

  @Test
  void aNameserverThatIsNotThereIsSaid() throws IOException {
    try (var silent = new DatagramSocket(0)) {
      var port = silent.getLocalPort();
      assertThat(
              said(
                  site.toString(),
                  "--name=example.org",
                  "--nameserver=127.0.0.1:" + port,
                  "--key-file=" + key))
          .startsWith("1 ")
          .contains("--nameserver");
      assertThat(said(whole("--nameserver=127.0.0.1:" + port)))
          .startsWith("1 ")
          .contains("the name cannot be kept, so nothing is bought", "cannot be reached");
    }
    assertThat(launch).doesNotExist();
  }

  /** Its seed and its tokens are those of relays. */
  @Test
  void aFolderOfRelaysIsNotUsedForASite() throws IOException {
    LaunchFolder.at(launch).keep(relays());
    assertThat(said(whole())).startsWith("2 ").contains("another launch", "--name");
  }

  private static Request relays() {
    return LaunchOptions.usual(Network.MAINNET);
  }
}
