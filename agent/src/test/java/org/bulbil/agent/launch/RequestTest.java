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
}
