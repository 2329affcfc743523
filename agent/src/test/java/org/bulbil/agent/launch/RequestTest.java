package org.bulbil.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Aim: a launch's folder is read as it was written, also one of an older program. */
class RequestTest {

  private final Request request = Yard.request(2, 1);

  @Test
  void itIsReadAsItWasWritten() {
    assertThat(Request.parse(request.json())).isEqualTo(request);
  }

  @Test
  void aFolderOfBeforeThereWereLoginsLetsNobodyIn() {
    var older = request.json().replaceFirst("(?s)\"ssh_key\".*\"sandbox\"", "\"sandbox\"");
    assertThat(older).doesNotContain("ssh_key", "ways");
    assertThat(Request.parse(older)).isEqualTo(request);
  }

  private static SiteRequest site(String content) {
    return new SiteRequest(
        "www.example.org", "example.org", "ns1.example.org:53", 60, 3, 80, "nginx", content, 9);
  }

  @Test
  void aSiteIsReadAsItWasWrittenAndHasARegionForEachCopy() {
    var asked = request.with(site("ab".repeat(32)));
    assertThat(Request.parse(asked.json())).isEqualTo(asked);
    assertThat(asked.perRegion()).isEqualTo(1);
    assertThat(Request.parse(request.json()).site()).isEqualTo(SiteRequest.NONE);
  }

  @Test
  void anotherContentIsAnotherLaunch() {
    var asked = request.with(site("ab".repeat(32)));
    assertThat(asked.differences(asked)).isEmpty();
    assertThat(asked.differences(request.with(site("cd".repeat(32)))))
        .singleElement()
        .asString()
        .startsWith("the content was abab");
    assertThat(request.differences(asked)).asString().contains("--name");
  }
}
