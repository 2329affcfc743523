package org.bulbil.hosting.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other people's programs say of the user data: shellcheck, and cloud-init, who runs it. */
class ForeignEyesIT {

  @TempDir Path folder;

  private static UserData userData() {
    return new UserData(
        "a = '$x'\nb = \"`c`\"\n",
        new Bundle(new BundleHash("ab".repeat(32)), 27_000_000),
        List.of(URI.create("http://192.0.2.7:8080/bundle/"), URI.create("https://mirror.test/b")),
        new OpenPorts(9001, 8080),
        Login.KEY_HOLDER);
  }

  private static void assumeInstalled(String program) {
    assumeTrue(
        Files.exists(Path.of("/usr/bin", program)),
        program + " is not installed (apt-get install " + program + ")");
  }

  /** Runs a program that must end well, and answers what it said. */
  private static String said(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    assumeInstalled("shellcheck");
    var script = Files.writeString(folder.resolve("user-data"), userData().script());
    assertThat(said("shellcheck", "--shell=sh", script.toString())).isEmpty();
  }

  @Test
  void cloudInitAcceptsTheConfig() throws Exception {
    assumeInstalled("cloud-init");
    var config = Files.writeString(folder.resolve("config"), userData().cloudConfig());
    assertThat(said("cloud-init", "schema", "--config-file", config.toString()))
        .contains("Valid cloud-config");
  }

  /** The script itself is no config; this is how cloud-init sorts what it is given. */
  @Test
  void cloudInitTakesTheScriptForAScript() throws Exception {
    assumeInstalled("cloud-init");
    var script = Files.writeString(folder.resolve("user-data"), userData().script());
    var sort =
        """
        import sys
        from cloudinit import handlers
        print(handlers.type_from_starts_with(open(sys.argv[1]).read()))
        """;
    assertThat(said("/usr/bin/python3", "-c", sort, script.toString()).strip())
        .isEqualTo("text/x-shellscript");
  }
}
