package org.bulbil.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, and where effects may enter: docs/ARCHITECTURE.md as a test. */
class HouseTest {

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.bulbil");
  }

  /** A room, and the other rooms that it may know besides core. */
  record Room(String name, List<String> mayKnow) {

    Room(String name, String... mayKnow) {
      this(name, List.of(mayKnow));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Room> rooms() {
    return Stream.of(
        new Room("core", List.of()),
        new Room("wire", "core"),
        new Room("bitcoin", "core", "wire"),
        new Room("hosting", "core", "wire"),
        new Room("tor", "core", "wire"),
        new Room("naming", "core"),
        new Room("evolve", "core"),
        new Room("atlas", "core", "wire", "tor", "bitcoin"),
        new Room("agent", "core", "wire", "bitcoin", "hosting", "tor", "naming"),
        new Room("sandbox", "core", "wire", "tor"));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyTheRoomsBelowIt(Room room) {
    var known = Stream.concat(Stream.of(room.name()), room.mayKnow().stream());
    var allowed = known.map(name -> "org.bulbil." + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("org.bulbil." + room.name() + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.bulbil..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
        .check(house);
  }

  /** The public map watches the chain, and could not spend if it were taken over. */
  @Test
  void theMapHasNoKey() {
    noClasses()
        .that()
        .resideInAPackage("org.bulbil.atlas..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.bulbil.bitcoin.keys..",
            "org.bulbil.bitcoin.wallet..",
            "org.bulbil.bitcoin.outbox..",
            "org.bulbil.bitcoin.payment..",
            "org.bulbil.bitcoin.ledger..")
        .check(house);
  }

  /** What strangers sign is prepared without a key, so that the map may prepare it too. */
  @Test
  void paymentsForOthersNeedNoKey() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.bulbil.bitcoin.selection..",
            "org.bulbil.bitcoin.psbt..",
            "org.bulbil.bitcoin.pledge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.bulbil.bitcoin.keys..",
            "org.bulbil.bitcoin.wallet..",
            "org.bulbil.bitcoin.outbox..",
            "org.bulbil.bitcoin.payment..",
            "org.bulbil.bitcoin.ledger..")
        .check(house);
  }

  @Test
  void coreKnowsNothingButJava() {
    noClasses()
        .that()
        .resideInAPackage("org.bulbil.core..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage("org.bulbil.core..", "java..", "org.jspecify..")))
        .check(house);
  }

  @Test
  void coreTouchesNoDiskNoNetworkNoThread() {
    noClasses()
        .that()
        .resideInAPackage("org.bulbil.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
        .check(house);
  }

  @Test
  void thereAreNoCyclesBetweenPackages() {
    slices().matching("org.bulbil.(**)").should().beFreeOfCycles().check(house);
  }

  /** Time, waiting and chance enter where the program is wired, and nowhere else. */
  static Stream<ArchRule> effects() {
    return Stream.of(
        noCallsTo(Instant.class, "now"),
        noCallsTo(System.class, "currentTimeMillis"),
        noCallsTo(System.class, "nanoTime"),
        noCallsTo(Thread.class, "sleep"),
        noCallsTo(Math.class, "random"),
        noCallsTo(UUID.class, "randomUUID"),
        noClasses()
            .that(outsideTheWiring())
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SecureRandom.class, ThreadLocalRandom.class, Clock.class));
  }

  private static ArchRule noCallsTo(Class<?> owner, String method) {
    var calls =
        DescribedPredicate.<JavaCall<?>>describe(
            owner.getSimpleName() + "." + method,
            call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method));
    return noClasses().that(outsideTheWiring()).should().callMethodWhere(calls);
  }

  private static DescribedPredicate<JavaClass> outsideTheWiring() {
    return DescribedPredicate.not(resideInAPackage("org.bulbil.cli.wiring"));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void effectsEnterThroughPorts(ArchRule rule) {
    rule.check(house);
  }

  @Test
  void httpPassesThroughTheWire() {
    noClasses()
        .that()
        .resideInAnyPackage("org.bulbil.bitcoin..", "org.bulbil.hosting..", "org.bulbil.agent..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(house);
  }
}
