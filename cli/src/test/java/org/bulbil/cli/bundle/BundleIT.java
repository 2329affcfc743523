package org.bulbil.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bulbil.cli.console.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a bundle, what is not, and that it is the same wherever it is made. */
class BundleIT {

  /** What was aimed at. */
  private static final long BYTES_MAX = 60_000_000;

  @TempDir static Path folder;
  private static BundleFile bundle;
  private static Path unpacked;

  @BeforeAll
  static void make() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("target/lib")), "no jars in target/lib: run mvn verify");
    bundle = TestingBundles.ofThisBuild();
    unpacked = Files.createDirectory(folder.resolve("unpacked"));
    Tool.run(List.of("tar", "-xzpf", bundle.path().toString(), "-C", unpacked.toString()));
  }

  private record Said(int code, String words) {}

  private static Said run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Said(process.exitValue(), said);
  }

  private static List<String> entries() throws Exception {
    return run("tar", "--utc", "--full-time", "-tvzf", bundle.path().toString())
        .words()
        .lines()
        .toList();
  }

  @Test
  void isSmallAndCarriesOnlyWhatAnAgentNeeds() throws Exception {
    assertThat(bundle.bundle().bytes()).isLessThan(BYTES_MAX);
    var names = entries().stream().map(line -> line.replaceFirst(".* ", "")).toList();
    assertThat(names)
        .contains("bin/bulbil-agent", "runtime/bin/java", "lib/agent.jar", "LICENSE", "version")
        .contains("lib/native/libsqlitejdbc.so", "lib/native/libsecp256k1-jni.so")
        .noneMatch(name -> name.matches(".*(sandbox|picocli|evolve|keytool|cacerts|\\.dll).*"))
        .noneMatch(name -> name.matches(".*(atlas|postgresql|Hikari|/xz|prometheus|checker).*"));
    var own = run("sh", "-c", "unzip -l " + unpacked.resolve("lib/cli.jar") + " || true").words();
    assertThat(own).doesNotContain("BundleCommand");
  }

  /** Nothing of the machine that made it, or of the moment, is in it. */
  @Test
  void everyEntryHasTheSameOwnerAndTime() throws Exception {
    assertThat(entries())
        .allMatch(line -> line.matches("[-dl]rw.r.xr.x.*|-rw-r--r--.*|lrwxrwxrwx.*"))
        .allMatch(line -> line.contains(" root/root "))
        .allMatch(line -> line.contains(" 2020-01-01 00:00:00 "));
  }

  @Test
  void isTheSameWhenItIsMadeAgainElsewhere() throws Exception {
    var again = TestingBundles.builder().build(folder.resolve("elsewhere"));
    assertThat(again.bundle()).isEqualTo(bundle.bundle());
  }

  @Test
  void itsRuntimeHasTheModulesThatTheJarsUse() throws Exception {
    var jars = new ArrayList<String>();
    try (Stream<Path> found = Files.list(unpacked.resolve("lib"))) {
      found.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().forEach(jars::add);
    }
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/jdeps").toString(),
                "--multi-release",
                "25",
                "--ignore-missing-deps",
                "--print-module-deps"));
    command.addAll(jars);
    var said = run(command.toArray(String[]::new)).words().strip();
    var needed = said.substring(said.lastIndexOf('\n') + 1);
    assertThat(RuntimeImage.MODULES).containsAll(Arrays.asList(needed.split(",", -1)));
  }

  /** Made once; without it everything works, so a second try is no error. */
  @Test
  void makesItsCacheOnTheServer() throws Exception {
    var program = unpacked.resolve("bin/bulbil-agent").toString();
    var made = run(program, "--make-cache");
    assertThat(made.code()).as(made.words()).isZero();
    assertThat(unpacked.resolve("cache/agent.aot")).exists();
    var time = Files.getLastModifiedTime(unpacked.resolve("cache/agent.aot"));
    assertThat(run(program, "--make-cache").code()).isZero();
    assertThat(Files.getLastModifiedTime(unpacked.resolve("cache/agent.aot"))).isEqualTo(time);
    var none = run(program, folder.resolve("none.toml").toString());
    assertThat(none.code()).isNotZero();
    assertThat(none.words()).as("the cache is accepted").doesNotContainIgnoringCase("aot");
  }

  @Test
  void shellcheckFindsNothingInTheScripts() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/shellcheck")), "shellcheck is not installed");
    var scripts = Files.createDirectory(folder.resolve("scripts"));
    for (var name : List.of("bulbil-agent", "deb/postinst", "deb/prerm", "deb/postrm")) {
      BundleBuilder.place(name, scripts.resolve(name));
      var said = run("shellcheck", "--shell=sh", scripts.resolve(name).toString());
      assertThat(said.words()).isEmpty();
    }
  }

  /** systemd takes the unit as it is, and finds it well confined. */
  @Test
  void systemdUnderstandsTheUnit() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "systemd is not installed");
    var text = BundleBuilder.text("bulbil-agent.service");
    var unit =
        Files.writeString(
            folder.resolve("bulbil-agent.service"),
            text.replace("/opt/bulbil/current", unpacked.toString()));
    var verified = run("systemd-analyze", "verify", "--man=no", unit.toString());
    assertThat(verified.words().lines().filter(line -> line.contains("bulbil"))).isEmpty();
    var judged =
        run("systemd-analyze", "security", "--offline=true", "--threshold=20", unit.toString());
    assumeTrue(!judged.words().contains("unrecognized"), "systemd is too old to judge offline");
    assertThat(judged.code()).as(judged.words()).isZero();
  }

  @Test
  void debianTakesThePackage() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/dpkg-deb")), "dpkg is not installed");
    var first = TestingBundles.builder().buildDebian(folder.resolve("deb1"));
    var second = TestingBundles.builder().buildDebian(folder.resolve("deb2"));
    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(run("dpkg-deb", "--info", first.toString()).words())
        .contains("Package: bulbil-agent", "tor (>= 0.4.9)");
    assertThat(run("dpkg-deb", "--contents", first.toString()).words())
        .contains("./usr/lib/bulbil-agent/bin/bulbil-agent", "bulbil-agent.service");
    assumeTrue(Files.exists(Path.of("/usr/bin/lintian")), "lintian is not installed");
    var said = run("lintian", "--fail-on", "error", "--suppress-tags", ACCEPTED, first.toString());
    assertThat(said.code()).as(said.words()).isZero();
  }

  /** What follows from bringing a runtime along, and from having no mail address yet. */
  private static final String ACCEPTED =
      "bogus-mail-host,unstripped-binary-or-object,embedded-library,no-manual-page";
}
